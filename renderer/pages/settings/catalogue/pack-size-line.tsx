import { useTranslation } from '../../../i18n/use-translation.ts';
import { IconButton } from '../../../ui/button.tsx';
import { AGE_CLASSES } from './numbers.ts';
import type { PackField, PackFields, SizeFields } from './pack-draft.ts';

interface SizeLineProps {
  readonly size: SizeFields;
  readonly fields: PackFields;
  readonly wrong: ReadonlySet<PackField>;
  onChange(size: SizeFields): void;
  /** `null`: the only one stays. */
  readonly onRemove: (() => void) | null;
}

/** One pack: what it is called, what it holds, what it costs. */
export function SizeLine({ size, fields, wrong, onChange, onRemove }: SizeLineProps) {
  const { t } = useTranslation();
  const { line } = size;
  const input = (field: 'name' | 'amount' | 'price', className: string) => (
    <label className={className}>
      <span className="label">{t(`provision.packs.fields.${field}`)}</span>
      <input
        className={field === 'name' ? 'field' : 'field num'}
        placeholder={t(`provision.packs.hints.${field}`)}
        value={size[field]}
        aria-invalid={wrong.has(field === 'amount' ? `content ${line}` : `${field} ${line}`)}
        onChange={(event) => onChange({ ...size, [field]: event.target.value })}
      />
    </label>
  );
  return (
    <div className="size-line">
      {input('name', 'name')}
      {fields.content === 'amount'
        ? input('amount', 'amount')
        : AGE_CLASSES.map((age) => (
            <label key={age} className="portion">
              <span className="label" title={t(`provision.classes.${age}`)}>
                {t(`provision.classesShort.${age}`)}
              </span>
              <input
                className="field num"
                inputMode="numeric"
                aria-label={t('provision.packs.portionsFor', { age: t(`provision.classes.${age}`) })}
                value={size.portions[age]}
                aria-invalid={wrong.has(`content ${line}`)}
                onChange={(event) =>
                  onChange({ ...size, portions: { ...size.portions, [age]: event.target.value } })
                }
              />
            </label>
          ))}
      {input('price', 'price')}
      {onRemove && (
        <IconButton
          look="ghost"
          icon="close"
          label={t('provision.packs.removeSize', { name: size.name })}
          onClick={onRemove}
        />
      )}
    </div>
  );
}
