export { removeMemoryFolder as default } from './memory-folder.mjs';
