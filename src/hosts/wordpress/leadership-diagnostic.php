<?php
/**
 * Plugin Name: Leadership diagnostic
 * Description: The leadership self-diagnostic as a block, and as the shortcode [leadership_diagnostic]. Answers stay in the reader's browser.
 * Version: {version}
 * Requires at least: 6.1
 * Requires PHP: 7.4
 */

defined( 'ABSPATH' ) || exit;

/** What the element takes, as the diagnostic's own contract says it. */
function leadership_diagnostic_contract() {
	static $contract = null;
	if ( null === $contract ) {
		$contract = json_decode( file_get_contents( __DIR__ . '/contract.json' ), true );
	}
	return $contract;
}

/** The value of a field as the element takes it; null where nothing is to be written. */
function leadership_diagnostic_value( $field, $given ) {
	$value = isset( $given[ $field['property'] ] ) ? $given[ $field['property'] ] : null;
	if ( 'switch' === $field['takes'] ) {
		return in_array( $value, array( true, '', '1', 'true' ), true ) ? '' : null;
	}
	if ( ! is_string( $value ) || '' === $value ) {
		return null;
	}
	return is_array( $field['takes'] ) && ! in_array( $value, $field['takes'], true ) ? null : $value;
}

/** The page that links lead to: the one given here, in wp-config.php, or by whoever built the plugin. */
function leadership_diagnostic_page( $given ) {
	$named = defined( 'LEADERSHIP_DIAGNOSTIC_PAGE' ) ? LEADERSHIP_DIAGNOSTIC_PAGE : leadership_diagnostic_contract()['page'];
	return empty( $given['page'] ) ? $named : $given['page'];
}

/** The element, and its script for this page alone. */
function leadership_diagnostic_element( $given ) {
	$contract      = leadership_diagnostic_contract();
	$given['page'] = leadership_diagnostic_page( $given );
	$attributes    = '';
	foreach ( $contract['fields'] as $field ) {
		$value = leadership_diagnostic_value( $field, $given );
		if ( null !== $value ) {
			$attributes .= ' ' . $field['name'] . ( '' === $value ? '' : '="' . esc_attr( $value ) . '"' );
		}
	}
	$language = empty( $given['lang'] ) ? substr( get_locale(), 0, 2 ) : $given['lang'];
	$words    = isset( $contract['links'][ $language ] ) ? $contract['links'][ $language ] : reset( $contract['links'] );
	$link     = $given['page'] ? '<a href="' . esc_url( $given['page'] ) . '">' . esc_html( $words ) . '</a>' : '';
	wp_enqueue_script( 'leadership-diagnostic' );
	return "<leadership-diagnostic$attributes>$link</leadership-diagnostic>";
}

/** Shortcodes write attributes with dashes, and switches without a value. */
function leadership_diagnostic_shortcode( $written ) {
	$given = array();
	foreach ( (array) $written as $name => $value ) {
		$is_bare = is_int( $name );
		$dashed  = str_replace( '_', '-', $is_bare ? $value : $name );
		foreach ( leadership_diagnostic_contract()['fields'] as $field ) {
			if ( $field['name'] === $dashed ) {
				$given[ $field['property'] ] = $is_bare ? '' : $value;
			}
		}
	}
	return leadership_diagnostic_element( $given );
}

add_action(
	'init',
	function () {
		$contract = leadership_diagnostic_contract();
		wp_register_script( 'leadership-diagnostic', plugins_url( $contract['script'], __FILE__ ), array(), null, true );
		wp_register_script(
			'leadership-diagnostic-editor',
			plugins_url( 'editor.js', __FILE__ ),
			array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element' ),
			$contract['version'],
			true
		);
		wp_add_inline_script(
			'leadership-diagnostic-editor',
			'window.leadershipDiagnosticContract = ' . wp_json_encode( array( 'page' => leadership_diagnostic_page( array() ) ) + $contract ) . ';',
			'before'
		);
		register_block_type(
			__DIR__,
			array(
				'render_callback' => function ( $given ) {
					return '<div ' . get_block_wrapper_attributes() . '>' . leadership_diagnostic_element( $given ) . '</div>';
				},
			)
		);
		add_shortcode( 'leadership_diagnostic', 'leadership_diagnostic_shortcode' );
	}
);

// The script is a module, which WordPress knows since 6.5 alone.
add_filter(
	'script_loader_tag',
	function ( $tag, $handle, $src ) {
		return 'leadership-diagnostic' === $handle ? '<script type="module" src="' . esc_url( $src ) . '"></script>' . "\n" : $tag;
	},
	10,
	3
);
