import { sameJson } from '#domain/journal/plain-json.ts';
import { readPack } from '#domain/regulation/check-pack.ts';
import { settleMarks } from '#domain/regulation/settle-marks.ts';
import type { OwnPack } from './state.ts';

/** What must hold of every own pack, always. Returns what does not, in words for an engineer; empty for a sound one. */
export const ownPackInvariants = (own: OwnPack): readonly string[] =>
  own.published.flatMap((pack, index) => [
    ...(pack.id === own.id ? [] : [`version ${index + 1} has another id`]),
    ...(pack.version === index + 1 ? [] : [`version ${index + 1} calls itself ${pack.version}`]),
    ...(pack.change === null ? [`version ${index + 1} doesn't say who published it`] : []),
    ...(readPack(pack).ok ? [] : [`version ${index + 1} is no pack that could be used`]),
    ...(sameJson(settleMarks(pack, own.base), pack) ? [] : [`version ${index + 1} claims more than it may`]),
  ]);
