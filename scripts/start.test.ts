import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = new URL('..', import.meta.url).pathname;

// Inside the project, so that esbuild and Vite are found in the packages that are installed already.
const place = join(root, 'test-results');

interface End {
  code: number;
  stdout: string;
  stderr: string;
}

const SERVER = `console.log('up with ' + process.argv.slice(2).join(' '));\nexport {};\n`;
const FILES = {
  'package.json':
    '{"name":"small","version":"1.0.0","type":"module","scripts":{"start":"node scripts/start.mjs"}}',
  'package-lock.json':
    '{"name":"small","version":"1.0.0","lockfileVersion":3,"packages":{"":{"name":"small","version":"1.0.0"}}}',
  'server/main.ts': SERVER,
  'server/channels/mail/reading/reader-child.ts': 'export {};\n',
  'server/channels/mail/proof/proof-child.ts': 'export {};\n',
  'server/features/search/reading/file-child.ts': 'export {};\n',
  'migrations/0001-first.sql': 'select 1;\n',
  'migrations/notes.txt': 'not a migration\n',
  'web/index.html': '<!doctype html><title>small</title>',
  'web/vite.config.ts': `export default { build: { outDir: '../dist/web', emptyOutDir: true } };\n`,
};

describe('npm start', () => {
  let project: string;

  function start(env: Record<string, string> = {}): Promise<End> {
    return new Promise(done => {
      const options = { cwd: project, env: { ...process.env, NODE_ENV: 'production', ...env } };
      execFile('npm', ['start', '--silent', '--', '--demo'], options, (error, stdout, stderr) => {
        done({ code: error ? Number(error.code) : 0, stdout, stderr });
      });
    });
  }

  async function put(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), text);
  }

  beforeAll(async () => {
    await mkdir(place, { recursive: true });
    project = await mkdtemp(join(place, 'start-'));
    await cp(join(root, 'scripts'), join(project, 'scripts'), { recursive: true });
    for (const [path, text] of Object.entries(FILES)) await put(path, text);
  });

  afterAll(() => rm(project, { recursive: true, force: true }));

  it('installs, builds and runs a fresh clone, with its options handed on', async () => {
    const { code, stdout, stderr } = await start();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Installing packages \(npm ci\) \.\.\.\nPackages installed in .*\nBuilding \.\.\.\nBuilt in .*\nup with --demo\n$/,
    );
    expect((await stat(join(project, 'dist/server/reader-child.js'))).isFile()).toBe(true);
    expect(await readFile(join(project, 'dist/migrations/0001-first.sql'), 'utf8')).toBe('select 1;\n');
    await expect(stat(join(project, 'dist/migrations/notes.txt'))).rejects.toThrow('ENOENT');
    expect(await readFile(join(project, 'dist/web/index.html'), 'utf8')).toContain('small');
  });

  it('takes no install and no build the second time, nor for a changed test', async () => {
    await put('server/main.test.ts', 'export {};\n');
    expect((await start()).stdout).toBe('up with --demo\n');
  });

  it('builds again, and only that, when a source changed', async () => {
    await put('server/main.ts', SERVER.replace('up with', 'changed, with'));
    expect((await start()).stdout).toMatch(/^Building \.\.\.\nBuilt in .*\nchanged, with --demo\n$/);
  });

  it('says why a build failed, and builds again once that is mended', async () => {
    await put('server/main.ts', 'import "./missing.ts";\n');
    const failed = await start();
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/^The build failed: .*Could not resolve "\.\/missing\.ts"/s);
    await put('server/main.ts', SERVER);
    expect((await start()).stdout).toMatch(/up with --demo\n$/);
  });

  it('says which entry of the build is missing', async () => {
    await rm(join(project, 'server/channels/mail/reading'), { recursive: true });
    const { code, stderr } = await start();
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        'The build failed: nothing to build from: server/channels/mail/reading/reader-child.ts missing\n',
    });
  });

  it('says why an install failed', async () => {
    await put(
      'package.json',
      FILES['package.json'].replace('{', '{"dependencies":{"not-in-the-lock-file":"1.0.0"},'),
    );
    await rm(join(project, 'node_modules'), { recursive: true });
    const { code, stderr } = await start({ npm_config_offline: 'true' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The packages could not be installed: .*not-in-the-lock-file/s);
  });
});
