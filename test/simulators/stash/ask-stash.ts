/** What a GraphQL request came to. */
export interface GraphqlReply {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code: string } }[];
}

/** Sends one GraphQL request the way our own client does. */
export async function askStash(
  url: string,
  query: string,
  variables: object = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<GraphqlReply> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const body = (text === '' ? {} : JSON.parse(text)) as Partial<GraphqlReply>;
  return { status: response.status, headers: response.headers, data: body.data, errors: body.errors ?? [] };
}

/** The ids of the scenes that a scene filter finds, in ascending order. */
export async function findSceneIds(url: string, filter: object, perPage = -1): Promise<string[]> {
  const query = `query Find($filter: SceneFilterType, $perPage: Int) {
    findScenes(scene_filter: $filter, filter: { sort: "id", direction: ASC, per_page: $perPage }) { scenes { id } }
  }`;
  const { data, errors } = await askStash(url, query, { filter, perPage });
  if (errors[0]) throw new Error(errors[0].message);
  return (data as { findScenes: { scenes: { id: string }[] } }).findScenes.scenes.map((scene) => scene.id);
}
