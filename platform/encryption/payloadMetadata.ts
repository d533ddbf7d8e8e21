// The metadata of a payload, whose values are texts kept as bytes.

import type { Payload } from '@temporalio/common';

export const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

export const text = (value: Uint8Array): string => Buffer.from(value).toString('utf8');

/** Empty where it has none of that name. */
export const metadataOf = ({ metadata }: Payload, name: string): string =>
  text(metadata?.[name] ?? new Uint8Array());
