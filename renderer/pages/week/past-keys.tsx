import { useTranslation } from '../../i18n/use-translation.ts';

/** What each mark of the chart stands for. */
export function PastKeys() {
  const { t } = useTranslation();
  return (
    <div className="keys">
      <span>
        <svg width="10" height="10" aria-hidden="true" className="draw">
          <circle cx="5" cy="5" r="3.5" fill="var(--c-actual)" />
        </svg>
        {t('panel.keyServed')}
      </span>
      <span>
        <svg width="18" height="10" aria-hidden="true" className="draw">
          <rect width="18" height="10" fill="var(--c-band)" />
          <rect y="4" width="18" height="2" fill="var(--c-model)" />
        </svg>
        {t('pastDays.keyModel')}
      </span>
      <span>
        <svg width="18" height="10" aria-hidden="true" className="draw">
          <path d="M0 5h18" stroke="var(--c-staff)" strokeDasharray="4 3" />
          <rect
            x="6"
            y="2"
            width="6"
            height="6"
            fill="var(--surface)"
            stroke="var(--c-staff)"
            strokeWidth="1.5"
          />
        </svg>
        {t('panel.keyStaff')}
      </span>
      <span>
        <svg width="14" height="10" aria-hidden="true" className="draw">
          <rect y="3.5" width="14" height="3" fill="var(--c-model)" />
        </svg>
        {t('panel.keyOrder')}
      </span>
    </div>
  );
}
