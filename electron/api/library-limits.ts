/** Characters of a library's file; one of all leads takes some hundred kilobytes. What is longer is refused with words. */
export const longestLibrary = 4_000_000;
