import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { SITE } from '../../src/build/site.ts'
import { PLUGIN } from '../../src/build/wordpress-plugin.ts'

const WORDPRESS = '/usr/share/wordpress'
const PASSWORD = 'a long pass phrase of tests'

/** What has to be installed, as a sentence; empty where all is there. */
export function whatIsMissing(): string {
  const commands = ['php', 'mariadbd', 'mariadb-install-db'].filter((name) => {
    try {
      return execFileSync('sh', ['-c', `PATH=$PATH:/usr/sbin command -v ${name}`]).length === 0
    } catch {
      return true
    }
  })
  const missing = [...(existsSync(join(WORDPRESS, 'wp-load.php')) ? [] : ['WordPress']), ...commands]
  if (missing.length === 0) return ''
  return `There is no ${missing.join(', no ')} here. On Debian: apt-get install --no-install-recommends wordpress php-cli php-mysql mariadb-server`
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 60_000
  for (;;) {
    if (await isSo()) return
    if (Date.now() > end) throw new Error(`${what} did not start.`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** A theme of a title, the content, and the two places where WordPress writes. */
const THEME = `<!doctype html><html <?php language_attributes(); ?>><head><meta charset="utf-8"><?php wp_head(); ?></head><body>
<?php while ( have_posts() ) { the_post(); the_title( '<h1>', '</h1>' ); the_content(); } wp_footer(); ?></body></html>`

const config = (address: string, socket: string) => `<?php
define( 'DB_NAME', 'wordpress' ); define( 'DB_USER', 'root' ); define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' ); define( 'DB_CHARSET', 'utf8mb4' ); define( 'DB_COLLATE', '' );
define( 'WP_HOME', '${address}' ); define( 'WP_SITEURL', '${address}' );
define( 'DISABLE_WP_CRON', true ); define( 'WP_HTTP_BLOCK_EXTERNAL', true ); define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'LEADERSHIP_DIAGNOSTIC_PAGE', 'https://example.org/diagnostic/' );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $name ) { define( $name . '_KEY', $name ); define( $name . '_SALT', $name ); }
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) { define( 'ABSPATH', __DIR__ . '/' ); }
require_once ABSPATH . 'wp-settings.php';
`

const INSTALL = `<?php
define( 'WP_INSTALLING', true ); $_SERVER['HTTP_HOST'] = 'localhost';
require __DIR__ . '/wp-load.php'; require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Tests', 'chief', 'chief@example.org', false, '', '${PASSWORD}' );
`

const PREPARE = `<?php
$_SERVER['HTTP_HOST'] = 'localhost';
require __DIR__ . '/wp-load.php'; require ABSPATH . 'wp-admin/includes/plugin.php';
switch_theme( 'plain' );
$failed = activate_plugin( 'leadership-diagnostic/leadership-diagnostic.php' );
if ( $failed ) { fwrite( STDERR, $failed->get_error_message() ); exit( 1 ); }
$author = wp_insert_user( array( 'user_login' => 'author', 'user_pass' => '${PASSWORD}', 'user_email' => 'a@example.org', 'role' => 'author' ) );
$write = fn ( $title, $content ) => wp_insert_post( array( 'post_title' => $title, 'post_content' => $content, 'post_status' => 'publish', 'post_author' => $author ) );
echo wp_json_encode( array(
  'unfiltered' => user_can( $author, 'unfiltered_html' ),
  'shortcode' => $write( 'Shortcode', '[leadership_diagnostic questionnaire="silence" lang="en" vantage="middle" variant="odd" share-scores action-label="x&quot; onload=&quot;alert(1)"]' ),
  'plain' => $write( 'Plain', 'Nothing here' ),
) );
`

export interface WordPress {
  readonly address: string
  readonly password: string
  /** The posts that are there, by what is in them. */
  readonly posts: Readonly<Record<'shortcode' | 'plain', number>>
  /** Whether the author may post any HTML. */
  readonly unfiltered: boolean
  readonly stop: () => Promise<void>
}

/** Installs a WordPress of its own with the plugin in it, as it lies in the built site, and serves it. */
export async function startWordPress(): Promise<WordPress> {
  const folder = mkdtempSync(join(tmpdir(), 'word-press-'))
  const [site, data, socket] = [join(folder, 'site'), join(folder, 'data'), join(folder, 'db.sock')]
  const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` }
  const running: ChildProcess[] = []
  const stop = async () => {
    await Promise.all(
      running.map(
        (one) =>
          new Promise((resolve) => {
            if (one.exitCode !== null) return resolve(null)
            one.on('close', resolve)
            one.kill()
          }),
      ),
    )
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const { username } = userInfo()
    execFileSync(
      'mariadb-install-db',
      [`--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', `--user=${username}`],
      { env, stdio: 'pipe' },
    )
    running.push(
      spawn(
        'mariadbd',
        ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, '--skip-networking', `--user=${username}`],
        { env, stdio: 'ignore' },
      ),
    )
    await until(() => existsSync(socket), 'MariaDB')
    execFileSync('mariadb', ['--no-defaults', `--socket=${socket}`, '-u', 'root', '-e', 'create database wordpress'], {
      env,
      stdio: 'pipe',
    })

    cpSync(WORDPRESS, site, {
      recursive: true,
      dereference: true,
      filter: (path) => !path.endsWith('.htaccess') && !path.endsWith('wp-config.php'),
    })
    const put = (name: string, content: string | Uint8Array) => {
      mkdirSync(dirname(join(site, name)), { recursive: true })
      writeFileSync(join(site, name), content)
    }
    for (const [name, content] of Object.entries(unzipSync(readFileSync(join(SITE, PLUGIN)))))
      put(`wp-content/plugins/${name}`, content)
    put('wp-content/themes/plain/index.php', THEME)
    put('wp-content/themes/plain/style.css', '/* Theme Name: Plain */')
    const port = await freePort()
    const address = `http://localhost:${port}`
    put('wp-config.php', config(address, socket))
    const php = (name: string, script: string) => {
      put(name, script)
      return execFileSync('php', [join(site, name)], { env, cwd: site }).toString()
    }
    php('tests-install.php', INSTALL)
    const { unfiltered, ...posts } = JSON.parse(php('tests-prepare.php', PREPARE)) as WordPress['posts'] & {
      unfiltered: boolean
    }
    running.push(
      spawn('php', ['-S', `localhost:${port}`, '-t', site], {
        env: { ...env, PHP_CLI_SERVER_WORKERS: '4' },
        stdio: 'ignore',
      }),
    )
    await until(async () => (await fetch(address).catch(() => null))?.ok ?? false, 'WordPress')
    return { address: `${address}/`, password: PASSWORD, posts, unfiltered, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
