import { calendarDate, foreignGuid, milliseconds, ratingKey, tenPoints, year } from './field-checks.ts';
import { closedObject, type ObjectShape } from './object-shape.ts';
import { openUrl } from './open-url.ts';
import { type Check, count, exactly, filledText, flag, listOf, oneOf, text } from './shape.ts';

/** The closed list of `Image.type`; `poster` and `art` are not in it and PMS ignores them. */
const IMAGE_TYPES = ['coverPoster', 'background', 'backgroundSquare', 'clearLogo', 'snapshot'];

/** The closed list of `Rating.image`. */
const RATING_IMAGES = [
  'imdb://image.rating',
  'themoviedb://image.rating',
  'rottentomatoes://image.rating.ripe',
  'rottentomatoes://image.rating.upright',
];

const tag: Check = closedObject({ required: { tag: filledText } });
const genre: Check = closedObject({ required: { tag: filledText }, optional: { originalTag: text } });
const person: Check = closedObject({
  required: { tag: filledText },
  optional: { thumb: openUrl, role: text, order: count },
});
const collection: Check = closedObject({
  required: { guid: foreignGuid, key: filledText, tag: filledText },
  optional: { summary: text, thumb: openUrl, art: openUrl },
});
const rating: Check = closedObject({
  required: { image: oneOf(RATING_IMAGES), type: oneOf(['audience', 'critic']), value: tenPoints },
});

export const image: Check = closedObject({
  required: { type: oneOf(IMAGE_TYPES), url: openUrl },
  optional: { alt: text },
});

/**
 * Every member of a movie by Plex's OpenAPI document 1.2.2, and `Collection`, which an earlier edition lists and PMS 1.43 takes.
 */
export const movieShape: ObjectShape = {
  required: {
    ratingKey,
    key: filledText,
    guid: foreignGuid,
    type: exactly('movie'),
    title: filledText,
    originallyAvailableAt: calendarDate,
  },
  optional: {
    thumb: openUrl,
    art: openUrl,
    theme: openUrl,
    contentRating: filledText,
    originalTitle: text,
    titleSort: text,
    summary: text,
    tagline: text,
    studio: filledText,
    year,
    duration: milliseconds,
    isAdult: flag,
    Image: listOf(image),
    OriginalImage: listOf(image),
    Genre: listOf(genre),
    Role: listOf(person),
    Director: listOf(person),
    Producer: listOf(person),
    Writer: listOf(person),
    Guid: listOf(closedObject({ required: { id: foreignGuid } })),
    Country: listOf(tag),
    Similar: listOf(closedObject({ required: { guid: foreignGuid }, optional: { tag: text } })),
    Studio: listOf(tag),
    Rating: listOf(rating),
    Collection: listOf(collection),
  },
};
