import re

from playwright.sync_api import Page

from infra.local.accounts import PASSWORD


def sign_in(page: Page, email: str) -> None:
    """Through the hosted sign-in page, as a person does."""
    opener = re.compile("^(Sign in|Anmelden)$")
    page.get_by_role("button", name=opener).or_(page.get_by_role("link", name=opener)).first.click()
    page.locator("input[name=username]").fill(email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("button[type=submit], input[type=submit]").first.click()
    asks = page.get_by_role("button", name=re.compile("^(Sign out|Abmelden)$"))
    works = page.get_by_role("link", name=re.compile("My tickets|Meine Tickets"))
    asks.or_(works).first.wait_for()
