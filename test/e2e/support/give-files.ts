import type { FileChooser, Locator } from 'playwright-core';

/** Presses a button that asks for files, and gives it these. */
export async function giveFiles(
  button: Locator,
  files: Parameters<FileChooser['setFiles']>[0],
): Promise<void> {
  const [chooser] = await Promise.all([button.page().waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles(files);
}
