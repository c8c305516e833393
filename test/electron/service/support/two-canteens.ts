import type { OrderRecord, Plan, PlanRow, WeekPlan } from '../../../../electron/api/records.ts';
import { createService, type Service } from '../../../../electron/service/host/service.ts';
import { addDays } from '../../../../forecasting/calendar/day.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { importing, value } from './asking.ts';

/** The Tuesday before Thursday 15 January 2026; the wall clock gives the time of day. */
export const tuesday = '2026-01-13';
export const [thursday, friday] = ['2026-01-15', '2026-01-16'];
export const week = { from: '2026-01-12', to: '2026-01-16' };

export const folder = temporaryFolder();
/** The day on which the services think they are; `canteens` sets it back. */
export const clock = { today: tuesday };
let made = 0;
const services: Service[] = [];
afterAll(() => Promise.all(services.map((service) => service.close())));

/** Two canteens with a steady year behind them, up to the day before yesterday. */
export function attendance(): string {
  const lines = ['site_nom;site_type;date;reel'];
  for (let date = '2025-09-01'; date < '2026-01-12'; date = addDays(date, 1)) {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (weekday === 0 || weekday === 6 || weekday === 3) continue;
    const wave = (Number(date.slice(8)) * 7) % 9;
    lines.push(`Jean Jaurès;E;${date};${120 + wave}`, `La Fontaine;M;${date};${40 + (wave % 4)}`);
  }
  return `${lines.join('\n')}\n`;
}

export async function canteens(): Promise<{ service: Service; jaures: number; fontaine: number }> {
  clock.today = tuesday;
  const service = createService({ dataFolder: `${folder}/${++made}`, today: () => clock.today });
  services.push(service);
  const imported = await importing(service, folder, `attendance-${made}.csv`, attendance());
  expect(imported.ok).toBe(true);
  const sites = await value(service, 'sites.list', {});
  const named = (name: string) => sites.find((site) => site.name === name)?.id ?? 0;
  return { service, jaures: named('Jean Jaurès'), fontaine: named('La Fontaine') };
}

export const plan = (service: Service, serviceLevel?: number): Promise<WeekPlan> =>
  value(service, 'plan.week', { ...week, ...(serviceLevel === undefined ? {} : { serviceLevel }) });

export const rowOfCanteen = ({ rows }: Plan, siteId: number, date: string): PlanRow =>
  rows.find((row) => row.siteId === siteId && row.date === date) as PlanRow;

export const historyOfCanteens = (service: Service, siteId: number, date: string): Promise<OrderRecord> =>
  value(service, 'orders.history', { siteId, date });
