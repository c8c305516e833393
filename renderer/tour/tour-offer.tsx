import { useTranslation } from '../i18n/use-translation.ts';
import { useCommands } from '../shell/commands.tsx';
import { useShellState } from '../shell/shell-context.tsx';
import { useSaveSettings } from '../shell/use-settings.ts';
import { Button } from '../ui/button.tsx';
import { Floating } from '../ui/floating.tsx';
import { Icon } from '../ui/icons.tsx';

/** After the sample was opened for the first time: the tour is offered, and never comes by itself. */
export function TourOffer() {
  const { t } = useTranslation();
  const { tourOffered, withdrawTour } = useShellState();
  const commands = useCommands();
  const save = useSaveSettings();
  if (!tourOffered) return null;
  const start = () => {
    withdrawTour();
    commands.run('tour');
  };
  const decline = () => {
    withdrawTour();
    void save({ tourSeen: true });
  };
  return (
    <Floating>
      <section className="notice" aria-label={t('help.tour')}>
        <Icon name="tour" />
        <span>{t('tour.offer')}</span>
        <span className="push" />
        <Button onClick={decline}>{t('tour.later')}</Button>
        <Button look="primary" onClick={start}>
          {t('tour.start')}
        </Button>
      </section>
    </Floating>
  );
}
