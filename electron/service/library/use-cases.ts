import type { LibraryMethods } from '../../api/library.ts';
import type { UseCase } from '../context/use-case.ts';

const always = () => true;

/** The contract's methods about what other towns know. */
export const libraryUseCases: { readonly [M in keyof LibraryMethods]: UseCase<M> } = {
  'library.read': {
    run: async (context) => (await import('./library-state.ts')).libraryState(context),
    inWorker: true,
  },
  'library.import': {
    run: async (context, input) => (await import('./change-library.ts')).importLibrary(context, input),
    inWorker: true,
    edit: true,
    changes: always,
  },
  'library.remove': {
    run: async (context) => (await import('./change-library.ts')).removeLibrary(context),
    inWorker: true,
    edit: true,
    changes: always,
  },
  'library.use': {
    run: async (context, input) => (await import('./change-library.ts')).switchLibrary(context, input),
    inWorker: true,
    edit: true,
    changes: always,
  },
  'library.merge': {
    run: async (context, input) => (await import('./merge-files.ts')).mergeFiles(context, input),
    inWorker: true,
  },
  'library.export': {
    run: async (context, input) => (await import('./change-library.ts')).exportLibrary(context, input),
    inWorker: true,
  },
};
