import { Fragment } from 'react';
import { pageNames } from '../../electron/api/commands.ts';
import { useBridge } from '../bridge/bridge-context.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { isMac } from '../shell/keys.ts';
import { type Key, shortcutsOf } from './shortcuts.ts';

export function ShortcutTable() {
  const { t } = useTranslation();
  const { bridge } = useBridge();
  return (
    <>
      <table className="shortcuts">
        <tbody>
          {shortcutsOf(bridge.host, isMac(), pageNames.length).map(({ name, keys }) => (
            <tr key={name}>
              <th scope="row">{t(`help.key.${name}`)}</th>
              <td>
                {keys.map((combination) => (
                  <Combination key={combination.map(idOf).join('+')} keys={combination} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {bridge.host === 'browser' && <p className="soft">{t('help.shortcutsBrowser')}</p>}
    </>
  );
}

const idOf = (key: Key) => ('name' in key ? key.name : key.sign);

function Combination({ keys }: { readonly keys: readonly Key[] }) {
  const { t } = useTranslation();
  return (
    <span className="combination">
      {keys.map((key, i) => (
        <Fragment key={idOf(key)}>
          {i > 0 && '\u2009+\u2009'}
          <kbd>{'name' in key ? t(`help.keyName.${key.name}`) : key.sign}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
