import http from 'node:http';
import path from 'node:path';
import { sourceRoot } from '#main/hosting/program-layout.ts';
import { expect, test } from '../support/fixtures.ts';
import type { RunningApp } from '../support/running-app.ts';

// What a page that was taken over would try. Each attempt is made in the real window of the shipped configuration.

const OWN = 'app://hoidong/';

/** A server that counts who came. */
const countingServer = async (): Promise<{ readonly origin: string; hits(): number; close(): Promise<void> }> => {
  let hits = 0;
  const server = http.createServer((_request, response) => {
    hits += 1;
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    hits: () => hits,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

const electronOf = (app: RunningApp) => {
  if (app.electron === null) throw new Error('the desktop host only');
  return app.electron;
};

test.describe('the desktop window @electron-only', () => {
  test('is sandboxed, isolated, and shows nothing of Node to the page', async ({ app }) => {
    const preferences = await electronOf(app).evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as Electron.WebContents & {
        getLastWebPreferences(): Electron.WebPreferences;
      };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag, nodeIntegrationInSubFrames } =
        contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag, nodeIntegrationInSubFrames };
    });
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      nodeIntegrationInSubFrames: false,
    });
    const seen = await app.page.evaluate(() => ({
      address: window.location.href.split('#')[0],
      node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window),
      bridge: Object.keys(Reflect.get(window, 'hoidong') as object).sort(),
    }));
    expect(seen).toEqual({
      address: OWN,
      node: [],
      bridge: [
        'chooseFiles',
        'chooseFolder',
        'closeWindow',
        'host',
        'onClosing',
        'onFilesOpened',
        'onMenu',
        'print',
        'saveFile',
        'saveFiles',
        'saveKept',
      ],
    });
  });

  test('does not leave its page, however the address is written', async ({ app }) => {
    const server = await countingServer();
    const ways = [
      server.origin,
      `${server.origin}/?app://hoidong/`,
      `${server.origin}/#app://hoidong/`,
      `http://app:hoidong@${server.origin.slice('http://'.length)}/`,
      'app://evil/',
      'app://hoidong.evil/',
      'file:///etc/passwd',
      'data:text/html,<p>elsewhere</p>',
      'javascript:document.title="elsewhere"',
    ];
    const goTo = (way: string) =>
      app.page.evaluate((address) => {
        const anchor = document.createElement('a');
        anchor.href = address;
        document.body.append(anchor);
        anchor.click();
        anchor.remove();
        try {
          window.location.assign(address);
        } catch {
          // Chromium refuses some by itself.
        }
      }, way);
    for (const way of ways) {
      await goTo(way);
      await app.page.waitForTimeout(150);
      expect(app.page.url().split('#')[0], way).toBe(OWN);
    }
    // Chromium itself strikes the port and the name off such an address, and what is left is our own page, loaded anew.
    for (const way of ['app://hoidong:1/', 'app://user@hoidong/']) {
      await Promise.all([app.page.waitForEvent('load'), goTo(way)]);
      expect(app.page.url().split('#')[0], way).toBe(OWN);
    }
    await expect(app.page.locator('#root > :not(style)').first()).toBeVisible();
    expect(server.hits()).toBe(0);
    await server.close();
    app.expectConsoleError(/Not allowed to (load|navigate)|Content Security Policy|Failed to load resource/);
  });

  test('does not follow a redirect away, nor load a frame', async ({ app }) => {
    const server = await countingServer();
    const outcome = await electronOf(app).evaluate(({ BrowserWindow }, address) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // As if our own page had answered with a redirect: the rule listens to this event.
      let refused = false;
      contents?.emit('will-redirect', { url: address, preventDefault: () => (refused = true) }, address);
      return refused;
    }, server.origin);
    expect(outcome).toBe(true);
    await app.page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, server.origin);
    await app.page.waitForTimeout(500);
    expect(server.hits()).toBe(0);
    await server.close();
    app.expectConsoleError(/Content Security Policy|frame/);
  });

  test('opens no window and attaches no webview', async ({ app }) => {
    const opened = await app.page.evaluate(() => window.open('https://example.org/') === null);
    expect(opened).toBe(true);
    await app.page.evaluate(() => {
      const view = document.createElement('webview');
      view.setAttribute('src', 'app://hoidong/');
      document.body.append(view);
    });
    await app.page.waitForTimeout(300);
    const count = await electronOf(app).evaluate(({ webContents }) => webContents.getAllWebContents().length);
    expect(count).toBe(1);
  });

  test('grants no permission but copying', async ({ app }) => {
    const granted = await electronOf(app).evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const ask = (name: string): Promise<unknown> =>
        contents?.executeJavaScript(
          `navigator.permissions.query({ name: '${name}' }).then((s) => s.state, () => 'unknown')`,
        ) as Promise<unknown>;
      const names = [
        'camera',
        'microphone',
        'geolocation',
        'notifications',
        'clipboard-read',
        'midi',
        'storage-access',
      ];
      return Promise.all(names.map(async (name) => [name, await ask(name)]));
    });
    for (const [name, state] of granted)
      expect({ name, granted: state === 'granted' }).toEqual({ name, granted: false });
    const media = await app.page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        (error: unknown) => (error instanceof Error ? error.name : 'refused'),
      ),
    );
    expect(media).not.toBe('given');
    const located = await app.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve(0),
            ({ code }) => resolve(code),
          );
        }),
    );
    // PERMISSION_DENIED
    expect(located).toBe(1);
    const notified = await app.page.evaluate(() => Notification.requestPermission());
    expect(notified).toBe('denied');
  });

  test('reaches no network, neither from the page nor around its policy', async ({ app }) => {
    const server = await countingServer();
    const fromPage = await app.page.evaluate(async (origin) => {
      const outcomes: string[] = [];
      outcomes.push(
        await fetch(origin).then(
          () => 'reached',
          () => 'refused',
        ),
      );
      outcomes.push(
        await new Promise<string>((resolve) => {
          const image = new Image();
          image.onload = () => resolve('reached');
          image.onerror = () => resolve('refused');
          image.src = `${origin}/picture.png`;
        }),
      );
      outcomes.push(
        await new Promise<string>((resolve) => {
          try {
            const socket = new WebSocket(origin.replace('http', 'ws'));
            socket.onopen = () => resolve('reached');
            socket.onerror = () => resolve('refused');
          } catch {
            resolve('refused');
          }
        }),
      );
      outcomes.push(navigator.sendBeacon(origin, 'x') ? 'queued' : 'refused');
      return outcomes;
    }, server.origin);
    expect(fromPage.filter((outcome) => outcome === 'reached')).toEqual([]);
    // A page without our content policy: what is left is the session's own refusal.
    const around = await electronOf(app).evaluate(async ({ BrowserWindow, session }, origin) => {
      const bare = new BrowserWindow({ show: false, webPreferences: { session: session.fromPartition('hoidong') } });
      const loaded = await bare.loadURL(origin).then(
        () => 'reached',
        () => 'refused',
      );
      const other = new BrowserWindow({ show: false });
      const elsewhere = await other.loadURL(origin).then(
        () => 'reached',
        () => 'refused',
      );
      bare.destroy();
      other.destroy();
      return [loaded, elsewhere];
    }, server.origin);
    expect(around).toEqual(['refused', 'refused']);
    expect(server.hits()).toBe(0);
    await server.close();
    app.expectConsoleError(/Content Security Policy|ERR_BLOCKED_BY|Refused to|WebSocket/);
  });

  test('answers its scheme only under its own name, only to GET, and only from the built screen', async ({ app }) => {
    const statuses = await app.page.evaluate(async () => {
      const status = (address: string, init?: RequestInit): Promise<number | string> =>
        fetch(address, init).then(
          (response) => response.status,
          () => 'refused',
        );
      return {
        own: await status('app://hoidong/index.html'),
        escape: await status('app://hoidong/..%2f..%2fpackage.json'),
        posted: await status('app://hoidong/index.html', { method: 'POST', body: 'x' }),
        other: await status('app://evil/index.html'),
      };
    });
    expect(statuses).toEqual({ own: 200, escape: 404, posted: 405, other: 'refused' });
    app.expectConsoleError(/Failed to load resource|Content Security Policy|Refused to|CORS/);
  });

  test('runs no script that came in with a page', async ({ app }) => {
    const ran = await app.page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.intruder = true';
      document.body.append(script);
      const button = document.createElement('button');
      button.setAttribute('onclick', 'window.intruder = true');
      document.body.append(button);
      button.click();
      // Later, since what the debugger itself evaluates is exempt from the policy.
      const evaluated = await new Promise<boolean>((resolve) => {
        setTimeout(() => {
          try {
            resolve(Boolean((Reflect.get(window, 'eval') as (text: string) => unknown)('true')));
          } catch {
            resolve(false);
          }
        }, 50);
      });
      return { intruder: 'intruder' in window, evaluated };
    });
    expect(ran).toEqual({ intruder: false, evaluated: false });
    app.expectConsoleError(/Content Security Policy|Refused to/);
  });

  test('listens to its own page only', async ({ app }) => {
    const preload = path.join(sourceRoot, 'out', 'preload', 'preload.cjs');
    const outcome = await electronOf(app).evaluate(async ({ BrowserWindow }, script) => {
      // A window with our own preload, whose page is not ours.
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload: script } });
      await stranger.loadURL('about:blank');
      const answer: unknown = await stranger.webContents.executeJavaScript(
        `hoidong.saveFile('x.txt', new Uint8Array(1)).then(() => 'saved', (error) => String(error.message))`,
      );
      stranger.destroy();
      return String(answer);
    }, preload);
    expect(outcome).toContain('refused');
  });
});
