/** A file of the guide, which lies beside the page. */
export const guideAddress = (path: string): string => new URL(`guide/${path}`, document.baseURI).href;

async function readFile(path: string): Promise<Response> {
  const answer = await fetch(guideAddress(path));
  if (!answer.ok) throw new Error(`The guide was not read: ${path}, ${answer.status}`);
  return answer;
}

export const readChapter = async (language: string, chapter: string): Promise<string> =>
  (await readFile(`${language}/${chapter}.md`)).text();

/** A picture of a chapter as an address that holds it. */
export async function readPicture(language: string, name: string): Promise<string> {
  const blob = await (await readFile(`${language}/${name}`)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}
