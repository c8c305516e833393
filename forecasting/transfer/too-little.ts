/** Thrown where there are too few records for a library; it says how many there are. */
export class TooLittleForLibrary extends Error {
  override name = 'TooLittleForLibrary';
  readonly sites: number;
  readonly siteDays: number;

  constructor(sites: number, siteDays: number) {
    super(`${sites} sites and ${siteDays} site-days are too few for a library`);
    this.sites = sites;
    this.siteDays = siteDays;
  }
}
