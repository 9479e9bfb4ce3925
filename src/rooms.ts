/**
 * The walls of the house, as data: for each room, the rooms it may import.
 * A room not named here may not exist; `rooms.test.ts` holds every import to this map.
 */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  'finder/registry': [],
  'finder/vocabulary': ['finder/registry'],
  'finder/places': ['finder/registry', 'finder/vocabulary'],
  'finder/eligibility': ['finder/registry', 'finder/vocabulary'],
  'finder/catalogue': [
    'finder/registry',
    'finder/vocabulary',
    'finder/places',
    'finder/eligibility',
  ],
  'finder/matching': [
    'finder/registry',
    'finder/vocabulary',
    'finder/places',
    'finder/eligibility',
    'finder/catalogue',
  ],
  'people/records': [],
  'people/audit': ['people/records'],
  'people/mail': ['people/records', 'people/audit'],
  'people/alerts': [
    'finder/registry',
    'finder/vocabulary',
    'finder/places',
    'finder/eligibility',
    'finder/catalogue',
    'people/records',
    'people/audit',
    'people/mail',
  ],
}

/** The wings whose rooms may be seen from each door. No door is listed: a door never sees a door. */
export const doors: Readonly<Record<string, readonly string[]>> = {
  web: ['finder', 'people', 'study'],
  api: ['finder', 'people', 'study'],
  cli: ['finder', 'people', 'study'],
}

/** Packages that only some places may name. */
export const guarded: Readonly<Record<string, readonly string[]>> = {
  hono: ['web/', 'api/', 'server.ts', 'people/alerts/digest/'],
  '@hono/node-server': ['web/', 'api/', 'server.ts'],
  'node:sqlite': ['finder/catalogue/', 'finder/places/', 'people/records/'],
  kysely: ['people/'],
  pg: ['people/records/'],
  nodemailer: ['people/mail/'],
  'postal-mime': ['people/mail/'],
}
