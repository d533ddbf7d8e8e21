// Lines of a mail's text: broken at spaces, never within a word.

import { describe, expect, it } from '@jest/globals';
import { wrapText } from '../../../platform/mail/wording/wrapText';

describe('wrapText', () => {
  it('breaks at spaces, and indents what follows', () => {
    const text = 'word '.repeat(30);
    const lines = wrapText(text, '- ', '  ').split('\n');
    expect(lines.map((line) => line.slice(0, 3))).toEqual(['- w', '  w', '  w']);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(72);
    expect(lines.join(' ').match(/word/g)).toHaveLength(30);
  });

  it('leaves a long word whole, on a line of its own', () => {
    const url = `https://partnership.example/${'x'.repeat(80)}`;
    expect(wrapText(`See ${url} now`)).toBe(`See\n${url}\nnow`);
  });
});
