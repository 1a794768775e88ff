//! The security policy of a page: of what stands inline in it, just that may run.

use std::cell::RefCell;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use sha2::{Digest as _, Sha256};

use super::{DocumentError, POLICY};

/// Gives a page its Content Security Policy (CSP level 3): nothing but its own files, where it has
/// any, and of what stands inline just what stands there now, by its hash.
pub(super) fn with_policy(
    page: &str,
    own_files: &str,
    further: &str,
) -> Result<String, DocumentError> {
    let scripts = inline_hashes(page, "script:not([type*='json'])")?;
    let styles = inline_hashes(page, "style")?;
    let policy = format!(
        "default-src 'none'; script-src {own_files} 'wasm-unsafe-eval'{scripts}; \
         style-src {own_files}{styles}; {further}; base-uri 'none'; form-action 'none'"
    );
    Ok(rewrite_str(
        page,
        RewriteStrSettings {
            element_content_handlers: vec![element!(POLICY, |meta| {
                Ok(meta.set_attribute("content", &policy)?)
            })],
            ..RewriteStrSettings::new()
        },
    )?)
}

/// The security policies that a page names.
pub(in crate::publishing) fn policies(page: &str) -> Result<Vec<String>, DocumentError> {
    let mut policies = Vec::new();
    rewrite_str(
        page,
        RewriteStrSettings {
            element_content_handlers: vec![element!(POLICY, |meta| {
                policies.extend(meta.get_attribute("content"));
                Ok(())
            })],
            ..RewriteStrSettings::new()
        },
    )?;
    Ok(policies)
}

/// How a policy names the styles that stand in a page.
pub(in crate::publishing) fn style_hashes(page: &str) -> Result<Vec<String>, DocumentError> {
    Ok(contents(page, "style")?.iter().map(|text| hash(text)).collect())
}

fn inline_hashes(html: &str, selector: &str) -> Result<String, DocumentError> {
    Ok(contents(html, selector)?.iter().map(|text| format!(" {}", hash(text))).collect())
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// What stands in each element that matches a selector.
pub(super) fn contents(html: &str, selector: &str) -> Result<Vec<String>, DocumentError> {
    let texts = RefCell::new(Vec::<String>::new());
    rewrite_str(
        html,
        RewriteStrSettings {
            element_content_handlers: vec![
                element!(selector, |_| {
                    texts.borrow_mut().push(String::new());
                    Ok(())
                }),
                text!(selector, |chunk| {
                    if let Some(text) = texts.borrow_mut().last_mut() {
                        text.push_str(chunk.as_str());
                    }
                    Ok(())
                }),
            ],
            ..RewriteStrSettings::new()
        },
    )?;
    Ok(texts.into_inner())
}
