import { deserialize, serialize } from 'node:v8';

/** What Electron's messages do to a value: a structured copy, or an error when it cannot be copied. */
export const structuredCopy = <T>(value: T): T => deserialize(serialize(value)) as T;
