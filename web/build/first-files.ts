import type { Plugin } from 'vite';

/** Names the files of the app in its page, so that they are fetched along with the small script that starts it. */
export function firstFiles(module: string): Plugin {
  return {
    name: 'first-files',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (!bundle) return html;
        const chunks = Object.values(bundle).filter(output => output.type === 'chunk');
        const app = chunks.find(chunk => chunk.moduleIds.some(id => id.endsWith(`/web/${module}`)));
        if (!app) throw new Error(`no file holds ${module}`);
        const scripts = [app.fileName, ...app.imports];
        const styles = chunks
          .filter(chunk => scripts.includes(chunk.fileName))
          .flatMap(chunk => [...(chunk.viteMetadata?.importedCss ?? [])]);
        const missing = (name: string) => !html.includes(name);
        return [
          ...scripts.filter(missing).map(name => link('modulepreload', name)),
          // Those of packages first: the app's own rules have the last word.
          ...styles
            .filter(missing)
            .reverse()
            .map(name => link('stylesheet', name)),
        ];
      },
    },
  };
}

const link = (rel: string, name: string) => ({
  tag: 'link',
  attrs: { rel, crossorigin: true, href: `/${name}` },
  injectTo: 'head' as const,
});
