/** The named HTML entities that descriptions use: punctuation, signs and the accented letters of Latin-1. */
export const namedEntities: ReadonlyMap<string, string> = new Map([
  ...pair('amp & lt < gt > quot " apos \''),
  ...pair('hellip … ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ laquo « raquo »'),
  ...pair('copy © reg ® trade ™ bull • middot · deg ° sect § para ¶ times × divide ÷ plusmn ± frac12 ½'),
  ...pair('cent ¢ pound £ yen ¥ euro € iexcl ¡ iquest ¿ hearts ♥ star ☆'),
  ...pair('agrave à aacute á acirc â atilde ã auml ä aring å aelig æ ccedil ç'),
  ...pair('egrave è eacute é ecirc ê euml ë igrave ì iacute í icirc î iuml ï ntilde ñ'),
  ...pair('ograve ò oacute ó ocirc ô otilde õ ouml ö oslash ø ugrave ù uacute ú ucirc û uuml ü'),
  ...pair('yacute ý yuml ÿ szlig ß oelig œ scaron š'),
  ...pair('Agrave À Aacute Á Acirc Â Atilde Ã Auml Ä Aring Å AElig Æ Ccedil Ç'),
  ...pair('Egrave È Eacute É Ecirc Ê Euml Ë Igrave Ì Iacute Í Icirc Î Iuml Ï Ntilde Ñ'),
  ...pair('Ograve Ò Oacute Ó Ocirc Ô Otilde Õ Ouml Ö Oslash Ø Ugrave Ù Uacute Ú Ucirc Û Uuml Ü'),
  ...pair('Yacute Ý OElig Œ Scaron Š'),
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', ' '],
  ['shy', ''],
  ['zwj', ''],
  ['zwnj', ''],
]);

function pair(words: string): [string, string][] {
  return [...words.matchAll(/(\S+) (\S+)/g)].map(([, name = '', character = '']) => [name, character]);
}
