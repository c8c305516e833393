import type { EarlyRequests } from '../bridge/first-calls.ts';
import { languageAtStart, languageOfSystem } from '../i18n/language-at-start.ts';
import { weekRequest } from '../routes/week-requests.ts';

/** The addresses that open on the suggested week; any other says itself what it shows. */
const opensOnWeek = /^(#\/?(week\/?)?)?$/;

/** Asks what the first page is about to ask: the state, and the week that the app opens on. */
export async function requestFirstWeek(first: EarlyRequests, address: string): Promise<void> {
  const state = await first.ask('app.state', {}, languageAtStart());
  if (!state.ok || state.value.empty || !opensOnWeek.test(address)) return;
  const { settings, suggestedWeek } = state.value;
  const language = settings.language ?? languageOfSystem();
  await first.ask('plan.week', weekRequest(suggestedWeek, settings.serviceLevel), language);
}
