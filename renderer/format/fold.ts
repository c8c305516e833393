/** Letters only, without accents or capitals, so that « jaures » finds Jaurès. */
export const foldForSearch = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
