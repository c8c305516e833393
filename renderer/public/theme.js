// Runs before the first paint, so that a dark window never flashes white. The page keeps it up to date afterwards.
(() => {
  let theme = 'system';
  try {
    theme = localStorage.getItem('bonne-mesure.theme') || 'system';
  } catch {
    // Storage is blocked: the system's theme is a fair start.
  }
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
