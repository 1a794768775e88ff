// Linked data: Google's types of all of schema.org (schema-dts), by the compiler of TypeScript. What
// schema.org does not have, a type does not have.

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const packages = join(import.meta.dirname, '../node_modules');

/**
 * What the compiler has against each of the data, by their names. `all` are lists of a name, the type that
 * schema.org calls the data, and the data; `folder` is made.
 */
export function wrongInLinkedData(folder, all) {
  mkdirSync(folder, { recursive: true });
  const files = all.map(([, type, data], index) => {
    const file = `${index}.ts`;
    writeFileSync(
      join(folder, file),
      `import type { ${type}, WithContext } from 'schema-dts';\nexport const data: WithContext<${type}> = ${JSON.stringify(data)};\n`,
    );
    return file;
  });
  const options = {
    compilerOptions: {
      module: 'esnext',
      moduleResolution: 'bundler',
      noEmit: true,
      paths: { 'schema-dts': [join(packages, 'schema-dts')] },
      strict: true,
      target: 'es2022',
      types: [],
    },
    files,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options));
  const compiler = join(packages, 'typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '--project', folder, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const of = (file) => stdout.split('\n').filter((line) => line.startsWith(`${file}(`));
  return new Map(all.map(([name], index) => [name, of(files[index])]));
}
