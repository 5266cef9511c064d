import { ActionIcon, Button, Switch } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { rulesFor } from '#domain/regulation/pack.ts';
import type { Dossier, Product } from '#domain/session/state.ts';
import { setupMessages } from '#domain/text/messages/setup.ts';
import { useSession } from '../../client/session-document.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Choice, LongLine, TextLine } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Fields } from '../../ui/section.tsx';
import { Attachments } from './attachments.tsx';
import { usePackReader } from '../../ui/pack-reader.ts';
import classes from './setup.module.css';

type Props = {
  readonly dossier: Dossier;
  readonly onView: (attachmentId: string) => void;
  readonly onDone: () => void;
};

type TextKey = 'code' | 'title' | 'hostOrganisation' | 'principal' | 'contest';
type Changes = Partial<Omit<Dossier, 'id' | 'attachments'>>;

/** Facts and files of one dossier; products, figures and lateness only where the kind of council looks at them. */
export const DossierForm = ({ dossier, onView, onDone }: Props) => {
  const t = useMessages(setupMessages);
  const { state, record, readOnly } = useSession();
  const { part } = usePackReader();
  const { kind } = state.council;
  const forms = part((state.pack === null ? undefined : rulesFor(state.pack, kind))?.forms ?? []);

  const change = (changes: Changes, field?: string) =>
    record(
      { type: 'dossier.changed', dossierId: dossier.id, changes },
      field === undefined ? undefined : `dossier.${dossier.id}.${field}`,
    );
  const set = (key: TextKey) => (value: string) => change({ [key]: value }, key);

  const first = useRef<HTMLInputElement>(null);
  // A dossier that was just added is there to be written on.
  const [isNew] = useState(dossier.code === '' && dossier.title === '');
  useEffect(() => {
    if (isNew) first.current?.focus();
  }, [isNew]);

  return (
    <div className={classes.form}>
      <Fields>
        <TextLine label={t.code} ref={first} className={classes.short} value={dossier.code} onChange={set('code')} />
        <LongLine label={t.title} value={dossier.title} onChange={set('title')} />
        <TextLine label={t.host} value={dossier.hostOrganisation} onChange={set('hostOrganisation')} />
        <TextLine label={t.principal} value={dossier.principal} onChange={set('principal')} />
        {forms.length > 1 && (
          <Choice
            label={t.ballotForm}
            value={dossier.formId ?? ''}
            options={[
              { value: '', label: t.firstForm },
              ...forms.map(({ id, code, title }) => ({
                value: id,
                label: [code, title].filter((text) => text !== null).join(' - '),
              })),
            ]}
            onChange={(formId) => change({ formId: formId === '' ? null : formId })}
          />
        )}
        {kind === 'selection' && (
          <LongLine label={t.contest} description={t.contestHint} value={dossier.contest} onChange={set('contest')} />
        )}
      </Fields>
      <Attachments dossier={dossier} onView={onView} />
      {kind === 'acceptance' && (
        <>
          <Products dossier={dossier} onChange={change} />
          <div className={classes.sub}>
            <h2 className={classes.subtitle}>{t.late}</h2>
            <Fields columns={2}>
              <NumberField
                label={t.daysLate}
                description={t.daysLateHint}
                wrong={t.daysLateWrong}
                needed={t.daysLateNeeded}
                whole
                value={String(dossier.lateness.daysLate)}
                onChange={(days) => {
                  if (days !== null) change({ lateness: { ...dossier.lateness, daysLate: Number(days) } }, 'lateness');
                }}
              />
              <DateField
                label={t.due}
                value={dossier.lateness.due}
                onChange={(due) => change({ lateness: { ...dossier.lateness, due } }, 'lateness')}
              />
            </Fields>
            <Switch
              label={t.consented}
              checked={dossier.lateness.consented}
              disabled={readOnly}
              onChange={(event) =>
                change({ lateness: { ...dossier.lateness, consented: event.currentTarget.checked } })
              }
            />
          </div>
        </>
      )}
      <div>
        <Button variant="default" onClick={onDone}>
          {t.doneEditing}
        </Button>
      </div>
    </div>
  );
};

const groups = ['I', 'II', 'III', 'IV'] as const;
const aspects = ['quantity', 'volume'] as const;

type Delivery = NonNullable<Dossier['deliveries'][string]['quantity']>;
type DeliveryPart = keyof Delivery;

type DeliveryProps = {
  readonly name: string;
  readonly value: Delivery | null;
  readonly onChange: (value: Delivery | null) => void;
};

/** What was ordered and delivered: both are known or neither, so clearing one waits for its number, and clearing both takes them out. */
const DeliveryFigures = ({ name, value, onChange }: DeliveryProps) => {
  const t = useMessages(setupMessages);
  // The number each part held when its field was cleared.
  const [cleared, setCleared] = useState<Partial<Record<DeliveryPart, string>>>({});
  const change = (part: DeliveryPart, number: string | null) => {
    if (number !== null) {
      onChange({ ordered: '0', delivered: '0', ...value, [part]: number });
      return;
    }
    if (value === null) return;
    const now = { ...cleared, [part]: value[part] };
    setCleared(now);
    if (now.ordered === value.ordered && now.delivered === value.delivered) {
      setCleared({});
      onChange(null);
    }
  };
  return (
    <div className={classes.pair}>
      {(['ordered', 'delivered'] as const).map((part) => (
        <NumberField
          key={part}
          label={`${name}, ${t[part].toLowerCase()}`}
          wrong={t.numberWrong}
          needed={t.figureNeeded}
          value={value?.[part] ?? null}
          onChange={(number) => change(part, number)}
        />
      ))}
    </div>
  );
};

type ProductsProps = { readonly dossier: Dossier; readonly onChange: (changes: Changes, field?: string) => void };

const Products = ({ dossier, onChange }: ProductsProps) => {
  const t = useMessages(setupMessages);
  const { readOnly } = useSession();
  const replace = (product: Product, field?: string) =>
    onChange({ products: dossier.products.map((other) => (other.id === product.id ? product : other)) }, field);
  const deliver = (productId: string, aspect: (typeof aspects)[number], delivery: Delivery | null) => {
    const known = dossier.deliveries[productId] ?? { quantity: null, volume: null };
    onChange({ deliveries: { ...dossier.deliveries, [productId]: { ...known, [aspect]: delivery } } }, 'deliveries');
  };
  return (
    <div className={classes.sub}>
      <h2 className={classes.subtitle}>{t.products}</h2>
      <p className={classes.under}>{t.productsLead}</p>
      {dossier.products.map((product, index) => {
        const name = product.name.trim() || String(index + 1);
        return (
          <div key={product.id} className={classes.sub}>
            <div className={classes.product}>
              <TextLine
                label={`${t.productName} ${index + 1}`}
                value={product.name}
                onChange={(text) => replace({ ...product, name: text }, 'products')}
              />
              <Choice
                label={t.productGroup}
                value={product.group}
                options={groups.map((group) => ({ value: group, label: group }))}
                onChange={(group) => replace({ ...product, group })}
              />
              <ActionIcon
                size="xl"
                aria-label={t.removeProduct(name)}
                disabled={readOnly}
                onClick={() => onChange({ products: dossier.products.filter(({ id }) => id !== product.id) })}
              >
                <IconTrash aria-hidden size="1.25rem" stroke={1.75} />
              </ActionIcon>
            </div>
            <Fields columns={2}>
              {aspects.map((aspect) => (
                <DeliveryFigures
                  key={aspect}
                  name={t[aspect]}
                  value={dossier.deliveries[product.id]?.[aspect] ?? null}
                  onChange={(delivery) => deliver(product.id, aspect, delivery)}
                />
              ))}
            </Fields>
          </div>
        );
      })}
      <div>
        <Button
          variant="default"
          disabled={readOnly}
          onClick={() =>
            onChange({ products: [...dossier.products, { id: crypto.randomUUID(), name: '', group: 'I' }] })
          }
        >
          {t.addProduct}
        </Button>
      </div>
    </div>
  );
};
