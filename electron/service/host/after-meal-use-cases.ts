import type { Method } from '../../api/contract.ts';
import type { UseCase } from '../context/use-case.ts';

type AfterMeal = Extract<
  Method,
  | `staffFigures.${string}`
  | `records.${string}`
  | `returns.${string}`
  | `weighings.${string}`
  | `impact.${string}`
  | `leaks.${string}`
>;

const always = () => true;
const edit = { inWorker: true, edit: true, changes: always } as const;

/** What is recorded, weighed and shown after the meal. */
export const afterMealUseCases: { readonly [M in AfterMeal]: UseCase<M> } = {
  'records.day': {
    run: async (context, input) =>
      (await import('../records/records-of-day.ts')).recordsOfDay(context, input),
    afterDeadlines: 'orders',
  },
  'records.month': {
    run: async (context, input) =>
      (await import('../records/records-of-day.ts')).recordsOfMonth(context, input),
    afterDeadlines: 'orders',
  },
  'records.planned': {
    run: async (context, input) =>
      (await import('../records/planned-portions.ts')).plannedPortions(context, input),
    inWorker: true,
    atLeisure: true,
    afterDeadlines: 'orders',
  },
  'records.lastDay': {
    run: async (context) => (await import('../records/last-day.ts')).lastDay(context),
    afterDeadlines: 'orders',
  },
  'records.check': {
    run: async (context, input) => (await import('../records/save-records.ts')).checkRecords(context, input),
  },
  'records.save': {
    run: async (context, input) => (await import('../records/save-records.ts')).saveRecords(context, input),
    inWorker: true,
    edit: true,
    changes: (saved) => saved.some(({ changed }) => changed > 0),
  },
  'records.history': {
    run: async (context, input) =>
      (await import('../records/records-of-day.ts')).recordHistory(context, input),
  },
  'returns.make': {
    run: async (context, input) =>
      (await import('../return-sheets/make-return-sheets.ts')).makeReturnSheets(context, input),
    afterDeadlines: 'orders',
  },
  'returns.read': {
    run: async (context, input) =>
      (await import('../return-sheets/merge-return-sheets.ts')).readReturnSheets(context, input),
    inWorker: true,
  },
  'returns.merge': {
    run: async (context, input) =>
      (await import('../return-sheets/merge-return-sheets.ts')).mergeReturnSheets(context, input),
    inWorker: true,
    edit: true,
    changes: (sheets) => sheets.some(({ taken }) => taken > 0),
  },
  'weighings.list': {
    run: async (context) => (await import('../weighings/weighings.ts')).weighingCampaigns(context),
  },
  'weighings.saveCampaign': {
    run: async (context, input) => (await import('../weighings/weighings.ts')).keepCampaign(context, input),
    ...edit,
  },
  'weighings.removeCampaign': {
    run: async (context, input) => (await import('../weighings/weighings.ts')).dropCampaign(context, input),
    ...edit,
  },
  'weighings.saveDay': {
    run: async (context, input) => (await import('../weighings/weighings.ts')).keepDay(context, input),
    ...edit,
  },
  'weighings.propose': {
    run: async (context, input) =>
      (await import('../weighings/service-days.ts')).proposedCampaign(context, input),
  },
  'weighings.sheet': {
    run: async (context, input) =>
      (await import('../weighings/weighing-sheet.ts')).weighingSheets(context, input),
    inWorker: true,
  },
  'weighings.yearly': {
    run: async (context, input) =>
      (await import('../weighings/yearly-answers.ts')).yearlyAnswers(context, input),
  },
  'weighings.tares': {
    run: async (context) => (await import('../weighings/weighings.ts')).tares(context),
  },
  'weighings.saveTares': {
    run: async (context, input) => (await import('../weighings/weighings.ts')).keepTares(context, input),
    ...edit,
  },
  'impact.report': {
    run: async (context, input) => (await import('../impact/impact-report.ts')).impactReport(context, input),
    inWorker: true,
    afterDeadlines: 'orders',
  },
  'impact.council': {
    run: async (context, input) => {
      const { leaksReport } = await import('../leaks/leaks-report.ts');
      const { councilSheet } = await import('../impact/council-sheet.ts');
      return councilSheet(context, input, (own, { from, to, foodCost }) => {
        const asked = { from, to, of: 'orders' as const };
        return leaksReport(own, foodCost === undefined ? asked : { ...asked, foodCost }).leaks;
      });
    },
    inWorker: true,
    afterDeadlines: 'orders',
  },
  'impact.export': {
    run: async (context, input) => {
      const { leaksSection } = await import('../leaks/leaks-section.ts');
      return (await import('../impact/impact-table.ts')).impactTable(context, input, leaksSection);
    },
    inWorker: true,
    // It looks among the dishes too: in the thread that the page has them looked for in.
    atLeisure: true,
    afterDeadlines: 'orders',
  },
  'staffFigures.week': {
    run: async (context, input) =>
      (await import('../staff-figures/staff-figures.ts')).staffWeek(context, input),
  },
  'staffFigures.propose': {
    run: async (context) => (await import('../staff-figures/staff-figures.ts')).proposedWeek(context),
    afterDeadlines: 'orders',
  },
  'staffFigures.choose': {
    run: async (context, input) =>
      (await import('../staff-figures/staff-figures.ts')).chooseWeek(context, input),
    ...edit,
    changes: ({ changed }) => changed,
  },
  'staffFigures.save': {
    run: async (context, input) =>
      (await import('../staff-figures/staff-figures.ts')).keepFigures(context, input),
    ...edit,
  },
  // No edit: what was seen cannot be unseen.
  'staffFigures.show': {
    run: async (context, input) =>
      (await import('../staff-figures/staff-figures.ts')).showRecommended(context, input),
    inWorker: true,
    changes: ({ changed }) => changed,
  },
  'leaks.report': {
    run: async (context, input) => (await import('../leaks/leaks-report.ts')).leaksReport(context, input),
    inWorker: true,
    atLeisure: true,
    afterDeadlines: 'orders',
  },
  'leaks.try': {
    run: async (context, input) => (await import('../leaks/leaks-report.ts')).tryLeak(context, input),
    ...edit,
  },
  'leaks.endTrial': {
    run: async (context, input) => (await import('../leaks/leaks-report.ts')).endTrial(context, input),
    ...edit,
    changes: ({ removed }) => removed,
  },
};
