import { registerHooks } from 'node:module'

// The matching service of mCODE can keep studies in a database of its own, by a package that is compiled when it is
// installed. Nothing here asks it to, so the package is left out, and what loads it is given an empty module.

const empty = new URL('empty.cjs', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'sqlite3' || specifier === 'sqlite'
      ? { url: empty, format: 'commonjs', shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) =>
    url === empty
      ? { source: 'module.exports = {}', format: 'commonjs', shortCircuit: true }
      : next(url, context),
})
