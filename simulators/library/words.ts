const OPENERS = (
  'Amber Autumn Blue Bright Broken Calm Copper Coral Crimson Crystal Dancing Distant Early Electric Emerald ' +
  'Endless Faded Fallen First Frozen Gentle Gilded Golden Hidden Hollow Indigo Ivory Jade Last Late Lemon Linen ' +
  'Little Lonely Lost Lunar Marble Midnight Misty Modern Northern Open Orange Painted Paper Pearl Quiet Rainy ' +
  'Restless Royal Ruby Rustic Scarlet Second Secret Silent Silver Slow Southern Summer Velvet Violet Wild Winter'
).split(' ');

const MIDDLES = (
  'Anchor Arrow Avenue Balcony Beacon Bridge Cabin Candle Canyon Castle Circle Cloud Corner Courtyard Desert ' +
  'Diamond Echo Ember Falcon Feather Forest Fountain Garden Glass Harbour Hotel Island Journey Kitchen Ladder ' +
  'Lagoon Lantern Letter Library Market Meadow Mirror Monsoon Morning Mountain Ocean Office Orchard Palace ' +
  'Parlour Pavilion Piano Pocket Prairie River Rooftop Season Shadow Station Street Studio Sunset Temple Theatre ' +
  'Tower Valley Veranda Village Window'
).split(' ');

const CLOSERS = (
  'Affair Ballad Bargain Bloom Confession Crossing Dare Daydream Delight Detour Diary Duet Encounter Errand ' +
  'Escape Evening Favour Fever Game Getaway Gift Guest Holiday Hour Invitation Lesson Lullaby Masquerade Meeting ' +
  'Memory Mischief Moment Night Nocturne Occasion Offer Party Picnic Portrait Promise Puzzle Quarrel Rehearsal ' +
  'Rendezvous Retreat Reunion Reward Ritual Romance Rumour Secret Serenade Session Souvenir Story Surprise Tale ' +
  'Tango Temptation Theory Vacation Visit Wager Waltz Whisper'
).split(' ');

export const FIRST_NAMES = (
  'Ada Alma Anika Bea Carla Celia Dana Delia Edith Elena Esme Fay Freya Gala Greta Hana Ida Imani Ines Iris Jana ' +
  'Jo Juno Kaia Kim Lena Lila Luna Mara Maya Mia Mina Nadia Nell Nina Noor Nova Olga Opal Petra Pia Quinn Rhea ' +
  'Rosa Ruth Sana Sara Selma Sky Tara Tess Thea Tilda Uma Una Vera Viola Wren Xenia Yara Yuki Zara Zoe Zora'
).split(' ');

export const LAST_NAMES = (
  'Abbott Alvarez Bell Berg Blake Bloom Bright Brook Carver Castel Cole Cross Dahl Day Delgado Drake Duval Ekman ' +
  "Ellis Faber Falk Fox Frost Garnet Grey Hale Hart Holm Horn Ito Ivers James Kane Keller Lane Lark Lind Locke O'Dea " +
  'Marsh Mendes Moon Moss Nash North Novak Okafor Olsen Park Price Quill Raven Reed Reyes Rose Sato Shaw Silva Stone ' +
  'Storm Vale Voss West Winter Young'
).split(' ');

export const STUDIO_WORDS = (
  'Aurora Beacon Bluebell Cascade Citrus Corona Delta Ember Fable Galaxy Harlow Helix Horizon Ivory Juniper Kestrel ' +
  'Larkspur Lumen Magnolia Meridian Nightshift Nimbus Nova Oasis Obsidian Orchid Palisade Parallel Pepper Pinewood ' +
  'Prism Quartz Radiant Sable Sequoia Solstice Tandem Topaz Umbra Vantage Velour Vertex Willow Zenith'
).split(' ');

/** How many titles there are before a number is needed to tell two apart. */
const TITLES = OPENERS.length * MIDDLES.length * CLOSERS.length;
/** Shares no factor with the number of titles, so that stepping by it visits each title once. */
const STEP = 100_003;

/** The n-th title; no two are equal, and neighbours share no word as a rule. */
export function titleOf(n: number): string {
  const volume = Math.floor(n / TITLES);
  const mixed = (n * STEP) % TITLES;
  const opener = OPENERS[mixed % OPENERS.length] ?? '';
  const middle = MIDDLES[Math.floor(mixed / OPENERS.length) % MIDDLES.length] ?? '';
  const closer = CLOSERS[Math.floor(mixed / OPENERS.length / MIDDLES.length)] ?? '';
  const words = [opener, middle, closer];
  return (volume > 0 ? [...words, volume + 1] : words).join(' ');
}
