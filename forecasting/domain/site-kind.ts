/**
 * Who eats at a site, in the codes of French attendance files: `M` maternelle, `E` élémentaire,
 * `M/E` both (primaire), `C` collège, `L` centre de loisirs, `A` others (adults).
 */
export type SiteKind = 'M' | 'E' | 'M/E' | 'C' | 'L' | 'A';
