import { type Exchange, findHeader } from './exchange.ts';
import { isObject } from './object-shape.ts';
import { type Customisation, type ProviderContract, usualContract } from './provider-contract.ts';
import { type ProviderRoute, toProviderRoute } from './provider-route.ts';
import { validateErrorAnswer } from './validate-error-answer.ts';
import { validateExtrasAnswer } from './validate-extras-answer.ts';
import { validateImagesAnswer } from './validate-images-answer.ts';
import { validateManifest } from './validate-manifest.ts';
import { validateMatchAnswer } from './validate-match-answer.ts';
import { validateMetadataAnswer } from './validate-metadata-answer.ts';

/** The statuses of Plex's provider documentation (API 1.2.2); it lists no other. */
const STATUSES = [200, 400, 404, 500];

/**
 * 404 means "unknown ratingKey", so only a request for one may get it. On `/extras` PMS reads it as "no extras" and
 * removes those it holds (verified live by a published provider).
 */
const MAY_BE_UNKNOWN: readonly ProviderRoute['kind'][] = ['METADATA', 'IMAGES'];

/**
 * Judges one whole exchange between PMS and a provider: status, headers and body. Returns violations, each naming
 * method, path and JSON path. Requests outside the contract only have to answer errors as JSON.
 *
 * @param known what differs from a provider at the root of its host with the usual keys.
 */
export function validateExchange(
  exchange: Exchange,
  known: Partial<ProviderContract> = {},
): readonly string[] {
  const contract = { ...usualContract, ...known };
  const route = toProviderRoute(exchange.method, exchange.path, contract);
  const found = [
    ...(route.kind === 'OTHER' ? checkOther(exchange) : checkRoute(exchange, route, contract)),
    ...checkSecrets(exchange, contract),
  ];
  return found.map((one) => `${exchange.method} ${exchange.path} ${exchange.status}: ${one}`);
}

function checkRoute(exchange: Exchange, route: ProviderRoute, contract: ProviderContract): readonly string[] {
  return [...checkStatus(exchange, route), ...checkBody(exchange, route, contract)];
}

function checkOther(exchange: Exchange): readonly string[] {
  if (exchange.status < 400) return [];
  return checkError(exchange);
}

function checkStatus({ status }: Exchange, { kind }: ProviderRoute): string[] {
  if (!STATUSES.includes(status)) return [`status: expected one of ${STATUSES.join(', ')}`];
  return status === 404 && !MAY_BE_UNKNOWN.includes(kind)
    ? ['status: expected 404 only for an unknown ratingKey']
    : [];
}

function checkBody(exchange: Exchange, route: ProviderRoute, contract: ProviderContract): readonly string[] {
  if (exchange.status !== 200) return checkError(exchange);
  return checkJson(exchange, (answer) => checkAnswer(answer, exchange, route, contract));
}

function checkError(exchange: Exchange): readonly string[] {
  const envelope = { status: exchange.status, retryAfter: findHeader(exchange, 'retry-after') };
  return checkJson(exchange, (answer) => validateErrorAnswer(answer, envelope));
}

function checkJson(exchange: Exchange, check: (answer: unknown) => readonly string[]): readonly string[] {
  try {
    return [...checkContentType(exchange), ...check(JSON.parse(exchange.bodyText))];
  } catch {
    return [...checkContentType(exchange), 'body: expected JSON, but got something that does not parse'];
  }
}

function checkAnswer(
  answer: unknown,
  exchange: Exchange,
  route: ProviderRoute,
  contract: ProviderContract,
): readonly string[] {
  switch (route.kind) {
    case 'MANIFEST':
      return validateManifest(answer, contract);
    case 'MATCH':
      return validateMatchAnswer(answer, toQuestion(exchange), contract);
    case 'METADATA':
      return validateMetadataAnswer(
        answer,
        { ratingKey: route.ratingKey, ...toCustomisation(exchange) },
        contract,
      );
    case 'IMAGES':
      return validateImagesAnswer(answer, contract);
    case 'EXTRAS':
      return validateExtrasAnswer(answer, contract);
    case 'OTHER':
      return [];
  }
}

function checkContentType(exchange: Exchange): string[] {
  const type = findHeader(exchange, 'content-type') ?? 'nothing';
  return /^application\/json(;|$)/i.test(type)
    ? []
    : [`Content-Type: expected application/json, but got: ${type}`];
}

function checkSecrets({ bodyText, headers }: Exchange, { secrets }: ProviderContract): string[] {
  const everything = `${bodyText}\n${JSON.stringify(headers)}`;
  return secrets.some((secret) => secret !== '' && everything.includes(secret))
    ? ['answer: expected no secret anywhere in it, but got one']
    : [];
}

function toQuestion(exchange: Exchange) {
  const body = isObject(exchange.requestBody) ? exchange.requestBody : {};
  return { type: body.type, manual: body.manual, ...toCustomisation(exchange) };
}

/** The lists may stand in the query or, as in Plex's sample, in the body. */
function toCustomisation({ path, requestBody }: Exchange): Customisation {
  const query = new URLSearchParams(path.split('?')[1] ?? '');
  const body = isObject(requestBody) ? requestBody : {};
  const find = (name: string): string | undefined => {
    const value = body[name] ?? query.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const [includeFields, excludeFields] = [find('includeFields'), find('excludeFields')];
  return {
    ...(includeFields === undefined ? {} : { includeFields }),
    ...(excludeFields === undefined ? {} : { excludeFields }),
  };
}
