import { type PageFile, readPageFile } from '../service/page/page-files.ts';
import { pagePolicy } from '../service/page/page-policy.ts';

/** Answers a request of the app's page from the folder of the built renderer. */
export async function answerPage(folder: string, address: string): Promise<Response> {
  const file = await fileAt(folder, address);
  return new Response(file ? new Uint8Array(file.body) : 'Not found', {
    status: file ? 200 : 404,
    headers: {
      'content-type': file?.type ?? 'text/plain',
      'content-security-policy': pagePolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
}

async function fileAt(folder: string, address: string): Promise<PageFile | null> {
  try {
    return await readPageFile(folder, decodeURIComponent(new URL(address).pathname));
  } catch {
    // No address, or one that does not decode.
    return null;
  }
}
