import { join } from 'node:path';
import type { ApiError, Input, Method, Output, Result } from '../../../../electron/api/contract.ts';
import type { ImportReport, Language } from '../../../../electron/api/records.ts';
import { createService, type Service } from '../../../../electron/service/host/service.ts';
import { writeUnder } from '../../../support/temporary-folder.ts';

/** The day on which these tests take place, a Wednesday. */
export const testToday = '2026-01-14';

/** Services on data folders of one test file; all are closed after its last test. */
export function servicesUnder(folder: string): (name: string) => Service {
  const services: Service[] = [];
  afterAll(() => Promise.all(services.map((service) => service.close())));
  return (name) => {
    const service = createService({ dataFolder: join(folder, name), today: () => testToday });
    services.push(service);
    return service;
  };
}

/** The answer to a call that must succeed. */
export async function value<M extends Method>(
  service: Service,
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  const result = await service.call(method, input, { language: 'fr' });
  if (!result.ok) {
    throw new Error(`${method}: ${result.error.message}`);
  }
  return result.value;
}

/** The error of a call; `null` when it succeeded. */
export async function error(
  service: Service,
  method: Method,
  input: unknown,
  language: Language = 'fr',
): Promise<ApiError | null> {
  const result = await service.call(method, input, { language });
  return result.ok ? null : result.error;
}

/** Imports a text as a file. */
export async function importing(
  service: Service,
  folder: string,
  name: string,
  text: string,
  job?: string,
): Promise<Result<ImportReport>> {
  const { ticket } = await service.registerFile(writeUnder(folder, `in/${name}`, text), name);
  return service.call('imports.run', { tickets: [ticket] }, { language: 'fr', ...(job ? { job } : {}) });
}
