/**
 * The walls of the house, as data: for each room, the rooms it may import.
 * A room not named here may not exist; `rooms.test.ts` holds every import to this map.
 */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  base: [],
  words: [],
  'finder/registry': ['base'],
  'finder/vocabulary': ['base', 'finder/registry'],
  'finder/places': ['base', 'finder/registry', 'finder/vocabulary'],
  'finder/eligibility': ['base', 'finder/registry', 'finder/vocabulary'],
  'finder/catalogue': [
    'base',
    'finder/registry',
    'finder/vocabulary',
    'finder/places',
    'finder/eligibility',
  ],
  'finder/question': [
    'base',
    'finder/registry',
    'finder/vocabulary',
    'finder/places',
    'finder/eligibility',
    'finder/catalogue',
  ],
  'finder/self-check': [
    'base',
    'words',
    'finder/registry',
    'finder/vocabulary',
    'finder/eligibility',
    'finder/catalogue',
  ],
  'finder/matching': [
    'base',
    'finder/registry',
    'finder/vocabulary',
    'finder/places',
    'finder/eligibility',
    'finder/catalogue',
  ],
  'people/records': ['base'],
  'people/audit': ['base', 'people/records'],
  'people/mail': ['base', 'people/records', 'people/audit'],
  'people/alerts': [
    'base',
    'words',
    'finder/registry',
    'finder/vocabulary',
    'finder/places',
    'finder/eligibility',
    'finder/catalogue',
    'finder/question',
    'people/records',
    'people/audit',
    'people/mail',
  ],
}

/** The wings whose rooms may be seen from each door. No door is listed: a door never sees a door. */
export const doors: Readonly<Record<string, readonly string[]>> = {
  web: ['base', 'words', 'finder', 'people', 'study'],
  api: ['base', 'words', 'finder', 'people', 'study'],
  cli: ['base', 'words', 'app', 'finder', 'people', 'study'],
}

/** Packages that only some places may name. */
export const guarded: Readonly<Record<string, readonly string[]>> = {
  hono: ['web/', 'api/', 'app/', 'people/alerts/digest/'],
  '@hono/node-server': ['web/', 'api/', 'app/'],
  'node:sqlite': ['finder/catalogue/', 'finder/places/', 'people/records/'],
  kysely: ['people/'],
  pg: ['people/records/'],
  nodemailer: ['people/mail/'],
  'postal-mime': ['people/mail/'],
}
