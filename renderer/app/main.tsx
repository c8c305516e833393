import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { BridgeProvider } from '../bridge/bridge-context.tsx';
import type { EarlyRequests } from '../bridge/first-calls.ts';
import { createHttpBridge } from '../bridge/http-bridge.ts';
import { createI18n } from '../i18n/i18n.ts';
import { languageAtStart } from '../i18n/language-at-start.ts';
import { TranslationProvider } from '../i18n/translation-provider.tsx';
import { CommandProvider } from '../shell/commands.tsx';
import { keepFieldsOfLeftPages } from '../shell/leave-field.ts';
import { ShellProvider } from '../shell/shell-context.tsx';
import { App } from './app.tsx';

const i18n = createI18n(languageAtStart());

const bridge =
  window.bonneMesure ??
  createHttpBridge((what, language) => {
    const t = i18n.getFixedT(language);
    return { message: t(`error.${what}`), remedy: t(`error.${what}Remedy`) };
  });

// The data live on this computer and tell when they change: nothing goes stale by itself, and a refusal stays one.
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
  },
});

/** Shows the app; calls that it makes again were made before it was there. */
export function showApp(first: EarlyRequests): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  keepFieldsOfLeftPages();
  createRoot(root).render(
    <TranslationProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <BridgeProvider bridge={first.wrap(bridge)}>
          <Router hook={useHashLocation}>
            <ShellProvider>
              <CommandProvider>
                <App />
              </CommandProvider>
            </ShellProvider>
          </Router>
        </BridgeProvider>
      </QueryClientProvider>
    </TranslationProvider>,
  );
}
