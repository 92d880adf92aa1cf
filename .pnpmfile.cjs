// The packages that carry a Node binary state their platform as a string; pnpm expects a list.
const asList = (value) => (typeof value === 'string' ? [value] : value)

module.exports = {
  hooks: {
    readPackage(pkg) {
      if (/^node-(bin-)?(linux|darwin|win)-/.test(pkg.name)) {
        if (pkg.os) pkg.os = asList(pkg.os)
        if (pkg.cpu) pkg.cpu = asList(pkg.cpu)
      }
      return pkg
    },
  },
}
