// SPDX-License-Identifier: GPL-2.0
/* What goes with the object that holds it. */
#include <linux/slab.h>
#include <linux/usb.h>

static void foo_complete(struct urb *urb)
{
}

/* The last reference frees the buffer, too. */
int foo_send(struct usb_device *udev, unsigned int pipe);
int foo_send(struct usb_device *udev, unsigned int pipe)
{
	struct urb *urb = usb_alloc_urb(0, GFP_KERNEL);
	unsigned char *buffer;
	int ret;

	if (!urb)
		return -ENOMEM;
	buffer = kmalloc(64, GFP_KERNEL);
	if (!buffer) {
		usb_free_urb(urb);
		return -ENOMEM;
	}
	usb_fill_bulk_urb(urb, udev, pipe, buffer, 64, foo_complete, udev);
	urb->transfer_flags |= URB_FREE_BUFFER;
	ret = usb_submit_urb(urb, GFP_KERNEL);
	usb_free_urb(urb);
	return ret;
}
