import { describe, expect, test } from 'vitest';
import { readArguments } from '#main/electron/arguments.ts';
import { ownAddress } from '#main/electron/own-address.ts';

const read = (words: readonly string[], packed = false) => readArguments(words, { cwd: '/cwd', packed });

describe('what the desktop host was started with', () => {
  test('the data folder may be joined or apart, and is made absolute', () => {
    expect(read(['--data=/somewhere']).dataDir).toBe('/somewhere');
    expect(read(['.', '--data', 'here']).dataDir).toBe('/cwd/here');
    expect(read(['--data']).dataDir).toBeNull();
    expect(read(['--data', '--smoke'])).toMatchObject({ dataDir: null, smoke: true });
  });

  test('only files of our own kinds are taken as files, whatever else Chromium adds', () => {
    const words = [
      '/app',
      '--allow-file-access',
      'gói của tôi.hdgoi',
      '/abs/PHIEU.HDPHIEU',
      'r.hdbiennhan',
      'x.pdf',
      '--y=z.hdgoi',
    ];
    expect(read(words).files).toEqual(['/cwd/gói của tôi.hdgoi', '/abs/PHIEU.HDPHIEU', '/cwd/r.hdbiennhan']);
  });

  test('a development server is heeded on this computer only, and never by a packed program', () => {
    expect(read(['--dev-origin=http://127.0.0.1:5170']).devOrigin).toBe('http://127.0.0.1:5170');
    expect(read(['--dev-origin=http://127.0.0.1:5170'], true).devOrigin).toBeNull();
    for (const origin of [
      'http://evil.example:80',
      'http://127.0.0.1.evil.example:80',
      'https://127.0.0.1:1',
      'http://127.0.0.1:5170/x',
    ]) {
      expect(read([`--dev-origin=${origin}`]).devOrigin).toBeNull();
    }
  });
});

describe('an address', () => {
  const isOwn = ownAddress(null);

  test('is ours under our scheme and host', () => {
    expect(isOwn('app://hoidong/')).toBe(true);
    expect(isOwn('app://hoidong/assets/x.js?a#b')).toBe(true);
  });

  test('is not ours when it only looks alike', () => {
    for (const address of [
      'https://example.org/?app://hoidong/',
      'app://hoidong.evil/',
      'app://evil/',
      'app://user@hoidong/',
      'app://hoidong:8080/',
      'apps://hoidong/',
      'file:///hoidong/',
      'about:blank',
      '',
      'hoidong',
      'http://127.0.0.1:5170/',
    ]) {
      expect({ address, own: isOwn(address) }).toEqual({ address, own: false });
    }
  });

  test('of the development server is ours only when there is one, and only with its port', () => {
    const inDevelopment = ownAddress('http://127.0.0.1:5170');
    expect(inDevelopment('http://127.0.0.1:5170/main.tsx')).toBe(true);
    expect(inDevelopment('http://127.0.0.1:5171/')).toBe(false);
    expect(inDevelopment('http://a:b@127.0.0.1:5170/')).toBe(false);
  });
});
