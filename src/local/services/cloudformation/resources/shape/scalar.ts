import { isScalar } from '../../template/json-object.ts';
import { shape } from './shape.ts';

export const text = shape<string>({
  name: 'a string',
  read: (value) => (isScalar(value) ? String(value) : undefined),
});

export const integer = shape<number>({
  name: 'an integer',
  read: (value) => (/^-?\d+$/.test(String(value)) ? Number(value) : undefined),
});

export const number = shape<number>({
  name: 'a number',
  read: (value) =>
    isScalar(value) && String(value).trim() !== '' && Number.isFinite(Number(value))
      ? Number(value)
      : undefined,
});

export const boolean = shape<boolean>({
  name: 'a boolean',
  read: (value) => ({ true: true, false: false })[String(value)],
});
