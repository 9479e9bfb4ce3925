import { webFloors } from './web-floors.ts'

/**
 * The walls of the house, as data. `rooms.test.ts` holds every import to them: a room may import only the rooms
 * it uses, a folder only those below it, and from outside only a room's face is imported.
 */
export interface Room {
  /** The rooms it may import; each is named before it. `finder/*` is all rooms of that wing. */
  readonly uses: readonly string[]
  /** Its folders, the lowest first; `.` is its root. A file may import from its own folder and from those before. */
  readonly floors: readonly string[]
  /** What others may import: folders (`.` is the root alone), or single files. */
  readonly face: readonly string[]
}

/** A room whose files are in one folder, or as `more` says. */
function room(uses: readonly string[], more: Partial<Room> = {}): Room {
  return { uses, floors: ['.'], face: ['.'], ...more }
}

/** A folder that is not named here may not exist. The lowest room comes first. */
export const rooms: Readonly<Record<string, Room>> = {
  base: room([]),
  words: room([], {
    floors: ['language', 'en', 'shape', 'fr', '.'],
    face: ['language', 'shape', '.'],
  }),

  'finder/registry': room(['base'], {
    floors: ['legacy', '.', 'pieces'],
    face: ['.', 'pieces'],
  }),
  'finder/vocabulary': room(['base', 'finder/registry']),
  'finder/places': room(['base', 'finder/registry', 'finder/vocabulary']),
  'finder/eligibility': room(['base', 'finder/registry', 'finder/vocabulary']),
  'finder/catalogue': room(
    ['base', 'finder/registry', 'finder/vocabulary', 'finder/places', 'finder/eligibility'],
    {
      floors: ['model', 'segment', 'select', 'search', 'import', '.'],
      face: [
        'model',
        'search/engine.ts',
        'import/import-options.ts',
        'import/import-studies.ts',
        '.',
      ],
    },
  ),
  'finder/question': room([
    'base',
    'finder/registry',
    'finder/vocabulary',
    'finder/places',
    'finder/eligibility',
    'finder/catalogue',
  ]),
  'finder/self-check': room(
    [
      'base',
      'words',
      'finder/registry',
      'finder/vocabulary',
      'finder/eligibility',
      'finder/catalogue',
    ],
    { floors: ['plain', 'ledger', '.'] },
  ),
  'finder/matching': room(
    [
      'base',
      'finder/registry',
      'finder/vocabulary',
      'finder/places',
      'finder/eligibility',
      'finder/catalogue',
    ],
    {
      floors: ['patient', 'note', 'bundle', 'judge', 'rank', '.'],
      face: ['patient', '.'],
    },
  ),

  'people/records': room(['base'], {
    floors: ['model', 'sqlite', 'postgres', '.'],
    face: ['model', '.'],
  }),
  'people/audit': room(['base', 'people/records']),
  'people/mail': room(['base', 'people/records', 'people/audit'], {
    floors: ['outbox', 'letters', 'delivery', 'reports'],
    face: ['outbox', 'letters', 'delivery', 'reports'],
  }),
  'people/asks': room(['base', 'people/records', 'people/mail']),
  'people/accounts': room(
    [
      'base',
      'words',
      'finder/registry',
      'people/records',
      'people/audit',
      'people/mail',
      'people/asks',
    ],
    {
      floors: ['model', '.', 'institution', 'claims'],
      face: ['model', '.', 'institution', 'claims'],
    },
  ),
  'people/enquiries': room(
    [
      'base',
      'words',
      'finder/*',
      'people/records',
      'people/audit',
      'people/mail',
      'people/asks',
      'people/accounts',
    ],
    {
      floors: ['model', 'letters', 'promise', '.', 'desk'],
      face: ['model', 'promise', 'desk', '.'],
    },
  ),
  'people/alerts': room(
    [
      'base',
      'words',
      'finder/*',
      'people/records',
      'people/audit',
      'people/mail',
      'people/asks',
      'people/accounts',
    ],
    { floors: ['model', 'match', 'digest', '.'], face: ['model', 'match/event-list.ts', '.'] },
  ),
  'people/watches': room(
    [
      'base',
      'words',
      'finder/*',
      'people/records',
      'people/audit',
      'people/mail',
      'people/asks',
      'people/alerts',
    ],
    {
      floors: ['model', 'letters', 'deliver', '.'],
      face: ['model', 'letters/said-study.ts', '.'],
    },
  ),

  'study/protocol': room(['base', 'finder/registry', 'finder/eligibility'], {
    floors: [
      'quantity',
      'time',
      'clinical',
      'document',
      'facts',
      'read',
      'expression',
      'state',
      'eligibility',
      'schedule',
      'dosing',
      'outcome',
      'check',
      '.',
    ],
    face: [
      'quantity',
      'time',
      'clinical',
      'document',
      'facts',
      'read',
      'expression',
      'state',
      'check',
      '.',
    ],
  }),
  'study/statistics': room([]),
  'study/in-words': room(['words', 'study/protocol']),
  'study/conduct': room(
    ['base', 'words', 'finder/*', 'people/*', 'study/protocol', 'study/in-words'],
    {
      floors: ['model', 'derived', 'set-up', 'record', 'review', 'safety', 'today'],
      face: ['model', 'derived', 'set-up', 'record', 'review', 'safety', 'today'],
    },
  ),
  'study/analysis': room(
    ['base', 'words', 'finder/eligibility', 'study/protocol', 'study/statistics', 'study/in-words'],
    {
      floors: ['plan', 'report', 'participants', 'tables', 'render', 'invent', '.'],
      face: ['plan', 'report', 'participants/two-people.ts', 'render', 'invent', '.'],
    },
  ),

  door: room(['base']),
  'api/shell': room(['base', 'door', 'finder/*']),
  'api/ctgov': room(['base', 'finder/*', 'api/shell'], {
    floors: ['essie', 'fields', 'read', 'show', 'describe', '.'],
    face: ['ctgov-api.ts'],
  }),
  'api/fhir': room(
    [
      'base',
      'words',
      'door',
      'finder/*',
      'people/records',
      'people/mail',
      'people/asks',
      'people/watches',
      'api/shell',
    ],
    {
      floors: [
        'parts',
        'xml',
        'r4',
        'r5',
        'self-check',
        'protocol',
        'search',
        'conformance',
        'answer',
        'match',
        'subscription',
        '.',
      ],
      face: ['fhir-api.ts', 'study-bundle.ts', 'watch-writer.ts'],
    },
  ),
  web: room(['base', 'words', 'door', 'finder/*', 'people/*', 'study/*'], {
    floors: webFloors,
    face: ['site.ts', 'shell/app.ts', 'shell/enquiry-base.ts', 'shell/site-operator.ts'],
  }),
  app: room(['base', 'words', 'door', 'finder/*', 'people/*', 'study/*', 'api/*', 'web'], {
    floors: ['config', '.'],
    face: ['config', '.'],
  }),
  cli: room(['base', 'words', 'finder/*', 'people/*', 'study/*', 'app']),
}
