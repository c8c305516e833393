import { z } from 'zod';

const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);
const time = z.string().max(5);

/** The shape of an order rule; whether it makes sense is for its use case to say. */
export const orderRuleSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('lead'), days: z.int(), at: time }),
  z.strictObject({
    type: z.literal('weekly'),
    deadlines: z
      .array(
        z.strictObject({
          weekday,
          at: time,
          serves: z.array(weekday).max(7),
          weeksBefore: z.int().exactOptional(),
        }),
      )
      .max(7),
  }),
]);
