import { useState } from 'react';
import type { NameInFileAnswer, NameInFiles, SiteRecord } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { RangeFigure } from './range-figure.tsx';
import { AskBox } from './table-ask.tsx';

interface NameAskProps {
  readonly name: NameInFiles;
  readonly answer: NameInFileAnswer | null;
  readonly place: string;
  readonly sites: readonly SiteRecord[];
  readonly busy: boolean;
  /** `null`: a new site; `undefined`: the question is open again. */
  onAnswer(site: NameInFileAnswer['site'] | undefined): void;
}

/** A name that no site answers to: the one that it looks like, another one, or a new one. */
export function NameAsk({ name: asked, answer, place, sites, busy, onAnswer }: NameAskProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, proposal, ranges, rows } = asked;
  const [choosing, setChoosing] = useState(false);
  const title = proposal
    ? t('data.question', { name, site: proposal.site })
    : t('data.questionNoProposal', { name });
  const others = sites.map((site) => ({
    id: site.id,
    label: `${site.name} (${t(`siteKind.${site.kind}`)})`,
  }));
  return (
    <AskBox
      title={title}
      place={place}
      why={t('guard.nameWhy', { count: rows, n: format.count(rows) })}
      answered={answer === null ? null : (answer.site?.name ?? t('data.newSite'))}
      onChangeAnswer={() => onAnswer(undefined)}
      figure={ranges.length > 0 && <RangeFigure ranges={ranges} />}
    >
      {choosing ? (
        <Select
          label={t('data.choose')}
          placeholder={t('data.choose')}
          options={others}
          value={null}
          width={200}
          onChange={(id) => {
            const site = sites.find((each) => each.id === id);
            if (site) onAnswer({ name: site.name, siteKind: site.kind });
          }}
        />
      ) : (
        others.length > 0 && (
          <Button look="ghost" disabled={busy} onClick={() => setChoosing(true)}>
            {t('data.another')}
          </Button>
        )
      )}
      <Button
        disabled={busy}
        data-answer={proposal ? undefined : ''}
        look={proposal ? 'plain' : 'primary'}
        onClick={() => onAnswer(null)}
      >
        {t('data.newSite')}
      </Button>
      {proposal && (
        <Button
          look="primary"
          data-answer=""
          disabled={busy}
          onClick={() => onAnswer({ name: proposal.site, siteKind: proposal.siteKind })}
        >
          {t('guard.yes')}
        </Button>
      )}
    </AskBox>
  );
}
