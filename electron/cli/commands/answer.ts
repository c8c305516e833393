import type { PendingName, PendingNameAnswer, PendingNameKind, SiteRecord } from '../../api/records.ts';
import type { Arguments, Command, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { findSite } from '../terminal/find-site.ts';
import { textOption } from '../terminal/parse-line.ts';

function idOf({ positionals }: Arguments, { texts }: Terminal): number {
  const word = positionals[0] ?? '';
  if (!/^[1-9]\d{0,8}$/.test(word)) {
    throw new UsageError(texts.questions.notANumber(word));
  }
  return Number(word);
}

function givenKind(given: Arguments, { texts }: Terminal): PendingNameKind | undefined {
  const kind = textOption(given, 'kind');
  if (kind !== undefined && kind !== 'site' && kind !== 'school') {
    throw new UsageError(texts.questions.unknownKind(kind));
  }
  return kind;
}

/** Sites and schools are numbered apart: the kind is needed where one number names both, or none that waits. */
function kindOf(id: number, waiting: readonly PendingName[], { texts }: Terminal): PendingNameKind {
  const [only, another] = waiting.filter((question) => question.id === id);
  if (!only || another) {
    throw new UsageError(another ? texts.questions.twoKinds(id) : texts.questions.notWaiting(id));
  }
  return only.kind;
}

/** The one answer given; the site where it is one. */
function answerOf(
  { values }: Arguments,
  sites: readonly SiteRecord[],
  terminal: Terminal,
): { readonly answer: PendingNameAnswer; readonly site?: SiteRecord } {
  if (
    [values.site, values.followers, values.new, values.open].filter((value) => value !== undefined).length !==
    1
  ) {
    throw new UsageError(terminal.texts.questions.oneAnswer);
  }
  if (typeof values.site === 'string') {
    const site = findSite(values.site, sites, terminal);
    return { answer: { type: 'site', siteId: site.id }, site };
  }
  if (typeof values.followers === 'string') {
    const names = values.followers.split(';').map((name) => name.trim());
    return {
      answer: { type: 'followers', siteIds: names.map((name) => findSite(name, sites, terminal).id) },
    };
  }
  return { answer: { type: values.new ? 'new-site' : 'unanswered' } };
}

interface NoticeView {
  readonly id: number;
  readonly kind: PendingNameKind;
  readonly answer: PendingNameAnswer;
  readonly site?: SiteRecord;
  /** `undefined`: it had been answered before. */
  readonly question: PendingName | undefined;
  readonly left: readonly PendingName[];
}

function readable({ id, kind, answer, site, question, left }: NoticeView, { texts }: Terminal): string {
  const { questions } = texts;
  const name = question?.name ?? questions.numbered(id);
  const waiting = left.reduce((sum, { rows }) => sum + rows, 0);
  const rest = questions.left(left.length, waiting);
  if (answer.type === 'unanswered') {
    return [questions.isOpen(name), rest].join('\n');
  }
  return [
    answer.type === 'followers'
      ? questions.isFollowed(name, answer.siteIds.length)
      : site
        ? questions.isSite(name, `${site.name} (${site.kind})`)
        : questions.isNew(name),
    ...(question ? [questions.counted(question.rows)] : []),
    rest,
    questions.backAgain(id, kind),
  ].join('\n');
}

export const answerCommand: Command = {
  options: {
    site: { type: 'string' },
    followers: { type: 'string' },
    new: { type: 'boolean' },
    open: { type: 'boolean' },
    kind: { type: 'string' },
  },
  words: [1, 1],
  async run(terminal, given) {
    const id = idOf(given, terminal);
    const asked = givenKind(given, terminal);
    const answered = answerOf(given, await terminal.call('sites.list', {}), terminal);
    const waiting = await terminal.call('questions.list', {});
    const kind = asked ?? kindOf(id, waiting, terminal);
    const question = waiting.find((one) => one.id === id && one.kind === kind);
    const left = await terminal.call('questions.answer', { id, kind, answer: answered.answer });
    terminal.answer(left, () => readable({ id, kind, ...answered, question, left }, terminal));
    return 0;
  },
};
