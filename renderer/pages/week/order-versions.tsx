import type { OrderRecord, OrderSending, OrderVersion, PlanRow } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icons.tsx';
import { TermHelp } from '../../ui/term-help.tsx';
import { isApproved, isChanged } from './decisions.ts';

/** What was decided about a cell, by whom and when; every version of an approved order, and whom it was sent to. */
export function OrderVersions({ row }: { readonly row: PlanRow }) {
  const { siteId, date, decision } = row;
  const decided = isApproved(row) || isChanged(row);
  const query = useApiQuery('orders.history', { siteId, date }, { enabled: decided, keep: () => true });
  if (!decided || !query.data) return null;
  return (
    <section className="versions">
      {decision.closed && <ClosedSince row={row} />}
      <History record={query.data} row={row} />
    </section>
  );
}

function ClosedSince({ row }: { readonly row: PlanRow }) {
  const { t } = useTranslation();
  const { closed, quantity } = row.decision;
  if (!closed || quantity === 0) return null;
  return (
    <p className="tag warn">
      <Icon name="warning" small />
      {t('decide.closedSince', { reason: t(`closed.${closed}`) })}
    </p>
  );
}

function History(props: { readonly record: OrderRecord; readonly row: PlanRow }) {
  const { t } = useTranslation();
  const { record, row } = props;
  const title = isApproved(row) ? t('decide.versions') : t('decide.forcedTitle');
  return (
    <>
      <h3>
        {title} <TermHelp name={isApproved(row) ? 'frozen' : 'override'} />
      </h3>
      <ul>
        {record.versions.toReversed().map((version) => (
          <Version
            key={version.version}
            version={version}
            sending={record.sendings.find((sent) => sent.version === version.version) ?? null}
            replaces={record.versions.find((other) => other.version === version.version - 1) ?? null}
          />
        ))}
        {!isApproved(row) && record.override && <Changed {...record.override} />}
      </ul>
    </>
  );
}

interface VersionProps {
  readonly version: OrderVersion;
  readonly replaces: OrderVersion | null;
  readonly sending: OrderSending | null;
}

/** « Commande n° 2, 141 repas, validée le 15 déc. 2026 à 10 h 42 par C. Morel ; remplace la n° 1 (138 repas) » */
function Version({ version, replaces, sending }: VersionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { automatic, by, reason } = version;
  const values = {
    version: format.count(version.version),
    n: format.count(version.quantity),
    at: format.moment(version.at),
    by: by ?? '',
  };
  const said = automatic ? 'decide.byClock' : by ? 'decide.versionBy' : 'decide.version';
  const before = replaces && { version: replaces.version, n: format.count(replaces.quantity) };
  return (
    <li>
      {t(said, values)}
      {before && t('decide.replaces', before)}
      {sending && <SentWords sending={sending} />}
      {version.quantity !== version.recommended &&
        t('decide.wasRecommended', { n: format.count(version.recommended) })}
      {reason && <q>{reason}</q>}
    </li>
  );
}

function SentWords({ sending }: { readonly sending: OrderSending }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { recipient: to, sentAt, by } = sending;
  const at = format.moment(sentAt);
  return <>{by ? t('sending.versionBy', { to, at, by }) : t('sending.version', { to, at })}</>;
}

function Changed(props: { readonly by: string | null; readonly at: string; readonly reason: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { by, reason } = props;
  const at = format.moment(props.at);
  return (
    <li>
      {by ? t('decide.saidBy', { by, at }) : t('decide.said', { at })}
      {reason && <q>{reason}</q>}
    </li>
  );
}
