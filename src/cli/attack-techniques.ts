import type { Attack } from '../local/run/attacks/attack.ts';
import { TECHNIQUES } from '../techniques/index.ts';

/** Ids of the techniques that are the catalogue's entry for an attack. */
export const techniquesOf = ({ id }: Attack): readonly string[] =>
  TECHNIQUES.filter(({ catalogue }) => catalogue.includes(id)).map((technique) => technique.id);
