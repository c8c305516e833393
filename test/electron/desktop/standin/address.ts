/**
 * Chromium outside Electron knows no scheme of ours. `app://host/path` becomes a secure address that no network
 * answers, and back again wherever Electron would show it.
 */
const suffix = '.app.invalid';

export function toChromium(address: string): string {
  const match = /^app:\/\/([^/]+)(.*)$/.exec(address);
  return match ? `https://${match[1]}${suffix}${match[2]}` : address;
}

export function fromChromium(address: string): string {
  if (!URL.canParse(address)) {
    return address;
  }
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && hostname.endsWith(suffix)
    ? address.replace(/^https:\/\/[^/]+/, `app://${hostname.slice(0, -suffix.length)}`)
    : address;
}
