import type { DishPortionRecord, FoodRecord, Language } from '../../api/records.ts';
import { formatFactor } from '../messages/format.ts';
import type { Messages } from '../messages/messages.ts';

type Noted = Pick<FoodRecord, 'portion' | 'usualFactors' | 'factorUnknown' | 'factorQuestion'> &
  Pick<DishPortionRecord, 'usualFactor'>;

/**
 * What is to be known of the purchase factor of a food or dish beside its own: the defaults that count without one,
 * that it is unknown, or why it is to be looked at. Empty where its own factor is all.
 */
export function factorNote(noted: Noted, { provision }: Messages, language: Language): string {
  const { portion, usualFactors, usualFactor, factorUnknown, factorQuestion } = noted;
  const { notes } = provision.factor;
  const number = (factor: number) => formatFactor(factor, language);
  if (factorQuestion !== null) return notes[factorQuestion](number(portion.purchaseFactor ?? 1));
  if (portion.purchaseFactor !== null || portion.unit === 'piece') return '';
  const usual = usualFactors.map(({ name, factor }) => `${name} ${number(factor)}`).join(', ');
  const known = usual === '' && usualFactor !== null ? number(usualFactor) : usual;
  if (known !== '') return notes.usual(known);
  return factorUnknown ? notes.unknown : '';
}
