/** Words that only ever tell how a file was made: `1080p`, `x264`, `WEBRip`. */
const TECHNICAL =
  /^(?:(?:360|480|540|576|720|1080|1440|1920|2160|2880|3240|4320)[pi](?:\d{2})?|\d{3,4}x\d{3,4}|[hx]26[45]|hevc|xvid|web-?rip|web-?dl|hdrip|bdrip|brrip|dvdrip|vodrip|blu-?ray|hdtv|remux)$/i;

/** Words that tell the same, but may also be words of a title: `web`, `XXX`, `4K`. */
const AMBIGUOUS =
  /^(?:web|hd|sd|fhd|qhd|uhd|[4-8]k|xxx|dvd|vr|avc|av1|vp9|divx|10bit|8bit|hdr(?:10)?|sdr|\d{2,3}fps|(?:e?ac3|aac|ddp?|dts|mp3|opus)\d{0,2}|mp4|mkv|wmv|avi|mov|m4v|proper|repack|rerip|internal|readnfo|nfo)$/i;

/** A release group hangs on the last word by a hyphen: `x264-GRP`. */
const WITH_GROUP = /^(.+)-[a-z0-9]+$/i;

/** True for words that never belong to a title. */
export function isTechnicalWord(word: string): boolean {
  return TECHNICAL.test(word);
}

/** True for words that do not belong to a title when they stand among technical ones. */
export function isNoiseWord(word: string): boolean {
  return TECHNICAL.test(word) || AMBIGUOUS.test(word);
}

/** The word without its release group, where the word before the hyphen is noise; else the word. */
export function withoutGroup(word: string): string {
  const [, base] = WITH_GROUP.exec(word) ?? [];
  return base !== undefined && isNoiseWord(base) ? base : word;
}
