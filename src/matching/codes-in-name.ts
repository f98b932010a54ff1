/** Two to six letters, a hyphen, an underscore, a blank or nothing, two to five digits: `ABC-123`, `abc00123`. */
const CODE = /(?<![\p{L}\p{N}])(\p{L}{2,6})[-_ ]?(\d{2,5})(?![\p{L}\p{N}])/gu;

/** More than a name holds; a hostile one must not cost a look-up for each of a thousand. */
const MAX_CODES = 5;

/**
 * Lists what may be studio codes in a name, as written, in order. Whether one is a code, only the catalog tells.
 * Shops pad the figures to five (`abc00123`), so such a code is listed without its zeros as well.
 */
export function listCodesInName(name: string): string[] {
  const found = [...name.matchAll(CODE)].flatMap(([, letters = '', digits = '']) => {
    const unpadded = digits.replace(/^0+(?=\d{3})/, '');
    return [`${letters}-${digits}`, `${letters}-${unpadded}`];
  });
  return [...new Set(found)].slice(0, MAX_CODES);
}
