#!/usr/bin/python3
"""The browser in which WebKit shows the page to the tests: WebKitGTK and nothing around it.

WebKit's own test browser keeps no profile while it is steered, and saves and prints only where
somebody answers its dialogs. This one keeps a profile, puts downloads into a folder, writes what
the console says into a file, and prints into a file when it is asked to. It must be run by the
system's Python, which has the bindings of GTK and WebKit.
"""

import argparse
import os
import sys
from pathlib import Path
from urllib.parse import unquote, urlparse

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

# As a page asks its browser to print.
PRINT = "window.print = () => webkit.messageHandlers.print.postMessage('');"


class Browser:
    def __init__(self, profile: Path, downloads: Path, storage: bool) -> None:
        self.profile = profile
        self.downloads = downloads
        self.printing = None
        self.settings = WebKit2.Settings()
        self.settings.set_enable_write_console_messages_to_stdout(True)
        self.settings.set_enable_html5_local_storage(storage)
        data = WebKit2.WebsiteDataManager(
            base_data_directory=str(profile / "data"), base_cache_directory=str(profile / "cache")
        )
        self.context = WebKit2.WebContext(website_data_manager=data)
        self.context.set_automation_allowed(True)
        self.context.connect("automation-started", self.on_automation)
        self.context.connect("download-started", self.on_download)

    def on_automation(self, _context, session) -> None:
        application = WebKit2.ApplicationInfo()
        application.set_name("WebKitGTK")
        application.set_version(
            WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version()
        )
        session.set_application_info(application)
        session.connect("create-web-view", self.new_view)

    def new_view(self, *_) -> WebKit2.WebView:
        content = WebKit2.UserContentManager()
        view = WebKit2.WebView(
            web_context=self.context,
            settings=self.settings,
            user_content_manager=content,
            is_controlled_by_automation=True,
        )
        # While a page is steered WebKit does not print at its wish, so it asks by a message.
        content.connect("script-message-received::print", lambda *_: self.print(view))
        content.register_script_message_handler("print")
        content.add_script(
            WebKit2.UserScript(
                PRINT,
                WebKit2.UserContentInjectedFrames.TOP_FRAME,
                WebKit2.UserScriptInjectionTime.START,
                None,
                None,
            )
        )
        window = Gtk.Window()
        window.set_default_size(1280, 800)
        window.add(view)
        view.connect("close", lambda *_: window.destroy())
        window.show_all()
        view.grab_focus()
        return view

    def print(self, view) -> None:
        unfinished = self.profile / "printed.pdf.part"
        settings = Gtk.PrintSettings()
        settings.set_printer("Print to File")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, unfinished.as_uri())
        page = Gtk.PageSetup()
        page.set_paper_size_and_default_margins(Gtk.PaperSize.new(Gtk.PAPER_NAME_A4))
        self.printing = WebKit2.PrintOperation.new(view)
        self.printing.set_print_settings(settings)
        self.printing.set_page_setup(page)
        # A file has its name only once all of it is there.
        self.printing.connect(
            "finished", lambda *_: unfinished.rename(self.profile / "printed.pdf")
        )
        self.printing.print_()

    def on_download(self, _context, download) -> None:
        def decide(download, name: str) -> bool:
            download.set_destination((self.downloads / f"{name}.part").as_uri())
            return True

        def finished(download) -> None:
            unfinished = Path(unquote(urlparse(download.get_destination()).path))
            if unfinished.exists():
                unfinished.rename(unfinished.with_suffix(""))

        download.connect("decide-destination", decide)
        download.connect("finished", finished)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--automation", action="store_true")
    parser.add_argument("--profile", type=Path, required=True)
    parser.add_argument("--downloads", type=Path, required=True)
    parser.add_argument("--no-storage", action="store_true")
    arguments = parser.parse_args()
    # A group of its own, so that a test can end it with all its processes at once.
    os.setpgid(0, 0)
    (arguments.profile / "pid").write_text(str(os.getpid()))
    # The processes that show pages write their console to what they inherit. Errors of this program
    # still go where they belong.
    sys.stderr = os.fdopen(os.dup(2), "w", buffering=1)
    console = os.open(arguments.profile / "console.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(console, 1)
    os.dup2(console, 2)
    _browser = Browser(arguments.profile, arguments.downloads, not arguments.no_storage)
    Gtk.main()


main()
