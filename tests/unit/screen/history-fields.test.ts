import { describe, expect, it } from 'vitest';
import { valueAt } from '#domain/journal/plain-json.ts';
import { applySession, emptySession } from '#domain/session/apply.ts';
import { fieldsOf, readAs } from '../../../src-renderer/features/history/fields.ts';
import { realSession } from '../../support/real-session.ts';

const meta = { seq: 1, at: '2026-03-02T01:30:00.000Z', actor: 'secretary' };
const real = await realSession();
const session = [...real.preparation('s'), real.ballot(0, 1)].reduce(
  (state, event) => applySession(state, event, meta),
  emptySession,
);

describe('the fields whose history can be asked for', () => {
  it('have a name and a place in the session each, and none twice', () => {
    const fields = fieldsOf(session, 'vi');
    expect(fields.length).toBeGreaterThan(60);
    expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
    for (const { key, place, path } of fields) {
      expect(place.trim(), key).not.toBe('');
      expect(valueAt(session, path), key).not.toBeUndefined();
    }
    expect(fields.find(({ place }) => place === 'Tên hội đồng')?.path).toEqual(['council', 'name']);
  });

  it('read a value that once stood there as the screen reads it today', () => {
    const fields = fieldsOf(session, 'vi');
    const field = (place: string) => {
      const found = fields.find((one) => one.place === place);
      if (found === undefined) throw new Error(place);
      return found;
    };
    expect(readAs(field('Ngày quyết định'), session, '2026-01-05')).toBe('05/01/2026');
    expect(readAs(field('Loại hội đồng'), session, 'acceptance')).toBe('Đánh giá, nghiệm thu');
    expect(readAs(field('Tên hội đồng'), session, undefined)).toBe('');
    for (const one of fields) {
      expect(readAs(one, session, valueAt(session, one.path)), one.key).toBe(one.show(session));
    }
  });
});
