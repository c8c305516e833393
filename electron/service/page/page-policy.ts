/**
 * What the app's page may do in every host: run its own scripts and talk to its own host, nothing else. Styles may be
 * inline, because React Aria and the preview of a sheet set them so; scripts may not.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
